using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Calendar;
using Kiosk.Ingest.Formats.Dspace;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Formats.Sitemaps;

namespace Kiosk.Ingest.Discovery;

/// <summary>An answer that turned out to be readable as a source.</summary>
/// <param name="Format">As what.</param>
/// <param name="Items">What it lists.</param>
/// <param name="Title">What it calls itself; null if nothing.</param>
internal sealed record Recognition(SourceFormat Format, IReadOnlyList<Item> Items, string? Title = null)
{
    /// <summary>The sitemaps that an index names.</summary>
    public IReadOnlyList<ChildSitemap> Children { get; init; } = [];

    /// <summary>True for a web page: whether it lists articles is another question.</summary>
    public static bool IsPage(FetchResult answer) => AnswerText.Read(answer.Body, answer.ContentType, static _ => false, NotAFeed.IsWebPage);

    /// <summary>What the answer is, whatever it was expected to be; null for a web page and for anything else that is no source.</summary>
    public static Recognition? Of(FetchResult answer, DateTimeOffset now) => answer.Outcome == FetchOutcome.Fetched
        ? AnswerText.Read(answer.Body, answer.ContentType, static _ => null, text => NotAFeed.IsWebPage(text) ? null : Of(text, answer, now))
        : null;

    private static Recognition? Of(string text, FetchResult answer, DateTimeOffset now)
    {
        var (body, type, url) = (answer.Body, answer.ContentType, new Uri(answer.FinalUrl));
        var head = text[..Math.Min(text.Length, 4_000)];
        if (head.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            return CalendarReader.Read(body, type, url, now) is { Problem: null } calendar ? new Recognition(SourceFormat.Calendar, calendar.Items) : null;
        if (head.Contains("OAI-PMH", StringComparison.OrdinalIgnoreCase) && OaiReader.Read(body, type, url) is { Problem: null } oai)
            return new Recognition(SourceFormat.OaiPmh, oai.Items, oai.Identity?.Name);
        if (FeedReader.Read(body, type, url).Feed is { } feed)
            return new Recognition(SourceFormat.Feed, feed.Items, feed.Title);
        if (head[0] == '{')
            return DspaceReader.Read(body, type, url) is { Problem: null } dspace ? new Recognition(SourceFormat.Dspace, dspace.Items) : null;
        return SitemapReader.Read(body, type, url) is { Problem: null } map && map.Items.Count + map.Children.Count > 0
            ? new Recognition(SourceFormat.Sitemap, map.Items) { Children = map.Children }
            : null;
    }
}
