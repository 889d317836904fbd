using Kiosk.Data;
using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Harvesting;

/// <summary>Reads the page behind an item that carries no text of its own: from a sitemap, or a list of links.</summary>
public sealed class ArticlePages(PoliteFetcher fetcher)
{
    /// <summary>A feed says what it wants to say; a sitemap or a list only points.</summary>
    public static bool IsNeededFor(Source source, Item item) =>
        source.Format != SourceFormat.Feed && item is { Content: null, Summary: null, Document: null, Link: not null };

    /// <summary>
    /// The candidate with what its page says. A page that is no article (a cookie wall, an error page, an empty shell) adds nothing; then the
    /// title that the list gave is all there is, and without a title there is nothing to keep.
    /// </summary>
    /// <returns>The candidate; null with the reason in Dutch if there is nothing to keep.</returns>
    public async Task<(Candidate? Candidate, string? Problem)> CompleteAsync(Source source, Candidate candidate, CancellationToken cancellation)
    {
        var item = candidate.Item;
        var fetched = await fetcher.FetchAsync(new FetchRequest(item.Link!), cancellation);
        var problem = fetched.Message;
        if (fetched.Outcome == FetchOutcome.Fetched)
        {
            var page = ArticleExtractor.Extract(fetched.Body, fetched.ContentType, new Uri(fetched.FinalUrl), FeedsSelect.Parse(source.Select));
            if (page.Problem is null)
                return (candidate.AlsoAt(fetched.FinalUrl, page.CanonicalUrl) with { Item = Completed(item, page) }, null);
            problem = page.Problem;
        }

        return item.Title is null ? (null, problem) : (candidate, null);
    }

    /// <summary>What the list gave stays; the page fills what is missing.</summary>
    private static Item Completed(Item item, ExtractedArticle page) => item with
    {
        Title = item.Title ?? page.Title,
        Content = page.Html.Length > 0 ? page.Html : null,
        Summary = page.Lead is { } lead ? System.Net.WebUtility.HtmlEncode(lead) : null,
        Published = item.Published ?? page.Published ?? item.Updated,
        Updated = item.Updated ?? page.Modified,
        Authors = item.Authors.Count > 0 ? item.Authors : page.Authors,
        Image = item.Image ?? page.Image,
        Language = item.Language ?? page.Language,
    };
}
