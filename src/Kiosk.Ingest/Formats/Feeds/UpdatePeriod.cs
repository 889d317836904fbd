using System.Globalization;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>How long a feed asks to be left alone: <c>ttl</c> of RSS 2.0, and the syndication module of RSS 1.0.</summary>
internal static class UpdatePeriod
{
    /// <summary>The longest of what it asks; null if it asks nothing that can be read.</summary>
    /// <param name="channel">The element that holds the feed's own fields.</param>
    public static TimeSpan? Of(FeedElement channel)
    {
        var minutes = Number(channel.First("", "ttl")?.Text) ?? 0;
        var period = channel.First("sy", "updateperiod")?.Text?.Trim().ToLowerInvariant() switch
        {
            "hourly" => 60,
            "daily" => 24 * 60,
            "weekly" => 7 * 24 * 60,
            "monthly" => 30 * 24 * 60,
            "yearly" => 365 * 24 * 60,
            _ => 0,
        };
        var asked = Math.Max(minutes, period / Math.Max(1, Number(channel.First("sy", "updatefrequency")?.Text) ?? 1));
        return asked > 0 ? TimeSpan.FromMinutes(asked) : null;
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
