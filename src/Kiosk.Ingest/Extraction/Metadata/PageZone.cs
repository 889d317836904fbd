namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The zone in which a page's clock times without a zone are meant, by the country of its address.</summary>
internal static class PageZone
{
    public static TimeZoneInfo Of(Uri url, string? language)
    {
        var isDutch = url.Host.EndsWith(".nl", StringComparison.OrdinalIgnoreCase) || language is "nl" or "nl-NL";
        return isDutch && TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) ? zone : TimeZoneInfo.Utc;
    }
}
