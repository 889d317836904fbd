using System.Text.RegularExpressions;

namespace Kiosk.Web.Insight;

/// <summary>Programs that read pages and say so in their name.</summary>
internal static partial class Robots
{
    /// <summary>True also for whoever gives no name: browsers do.</summary>
    public static bool Is(string agent) => agent.Length == 0 || Names().IsMatch(agent);

    [GeneratedRegex(@"bot\b|bot/|crawl|spider|slurp|preview|monitor|curl|wget|python|java/|go-http|feed|scan|headless", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Names();
}
