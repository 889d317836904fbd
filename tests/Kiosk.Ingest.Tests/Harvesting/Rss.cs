using System.Net;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Small feeds for tests that are about what happens around them.</summary>
internal static class Rss
{
    public const string Type = "application/rss+xml; charset=utf-8";

    public static string Feed(params string[] items) =>
        $"<rss version=\"2.0\"><channel><title>Testbron</title><link>https://testbron.example/</link>{string.Concat(items)}</channel></rss>";

    public static string Item(string title, string? link = null, string? guid = null, string text = "De gemeente helpt eerder bij betalingsachterstanden.", string? date = "Thu, 19 Nov 2026 10:00:00 +0100") =>
        $"<item><title>{WebUtility.HtmlEncode(title)}</title>"
        + (link is null ? "" : $"<link>{WebUtility.HtmlEncode(link)}</link>")
        + (guid is null ? "" : $"<guid isPermaLink=\"false\">{guid}</guid>")
        + (date is null ? "" : $"<pubDate>{date}</pubDate>")
        + $"<description>{WebUtility.HtmlEncode(text)}</description></item>";
}
