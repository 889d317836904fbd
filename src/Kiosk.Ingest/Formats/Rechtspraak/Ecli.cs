using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Rechtspraak;

/// <summary>The European Case Law Identifier: <c>ECLI:NL:RBAMS:2026:123</c>.</summary>
internal static partial class Ecli
{
    /// <summary>The identifier in a text, in capitals; null if there is none.</summary>
    public static string? In(string? text) => text is { Length: <= 1_000 } && Pattern().Match(text) is { Success: true } match ? match.Value.ToUpperInvariant() : null;

    public static string Deeplink(string ecli) => "https://deeplink.rechtspraak.nl/uitspraak?id=" + ecli;

    /// <summary>"ECLI:NL:…, Rechtbank X , 01-04-2026 / 23/847" as "Rechtbank X, 01-04-2026, 23/847"; null if nothing is left.</summary>
    public static string? Headline(string? title)
    {
        if (FeedFields.Title(title) is not { } line)
            return null;
        line = Pattern().Replace(line, "").Replace(" ,", ",", StringComparison.Ordinal).Replace(" / ", ", ", StringComparison.Ordinal).Trim(',', ' ', '/');
        return line.Length == 0 ? null : line;
    }

    [GeneratedRegex(@"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:[0-9]{4}:[A-Z0-9.]{1,25}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Pattern();
}
