using Kiosk.Data;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>Whether there is more to read behind an item than the item says, and where.</summary>
internal static class PageNeed
{
    /// <summary>The page or report to read; null if the item says it all, or nothing may be read for this source.</summary>
    public static string? AddressFor(Source source, Candidate candidate)
    {
        var item = candidate.Item;
        if (!source.ReadsPages)
            return null;
        if (item.Document is { } document && IsWeb(document) && (source.Format != SourceFormat.Feed || Teaser.IsAllOf(item)))
            return document;
        if (item.Link is not { } link || !IsItsOwn(source, candidate, link))
            return null;
        return IsReport(link) || (IsWebsite(source.Format) ? Teaser.IsAllOf(item) : Teaser.IsBare(item)) ? link : null;
    }

    /// <summary>Whether an address says that it is a report.</summary>
    public static bool IsReport(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Repositories and services say all that there is; behind what they say stands a page of the same words.</summary>
    private static bool IsWebsite(SourceFormat format) => format is SourceFormat.Feed or SourceFormat.Sitemap or SourceFormat.Page;

    private static bool IsWeb(string url) => CanonicalUrl.Of(url) is not null;

    // A link that several items share, or that leads back to the source, is a home page: no article stands there.
    private static bool IsItsOwn(Source source, Candidate candidate, string link) =>
        CanonicalUrl.Of(link) is { } key && candidate.Aliases.Contains(Alias.Url(key)) && key != CanonicalUrl.Of(source.Url) && key != CanonicalUrl.Of(source.SiteUrl);
}
