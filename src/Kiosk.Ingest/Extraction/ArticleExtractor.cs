using System.Text.RegularExpressions;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction.Body;
using Kiosk.Ingest.Extraction.Metadata;
using Kiosk.Ingest.Extraction.Obstacles;
using Kiosk.Ingest.Formats.Text;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Extraction;

/// <summary>Finds the article in a web page. How, and in what it trusts, stands in docs/notes/extraction.md.</summary>
public static class ArticleExtractor
{
    /// <summary>Bytes that are read; what comes after them is left out.</summary>
    public const int MaxBytes = 10_000_000;

    /// <summary>Bytes in, an article out, with <see cref="ExtractedArticle.Problem"/> where the page is none. Never throws for what is in
    /// the bytes; time and memory grow with their number only.</summary>
    /// <param name="body">The body as received, after transport decoding.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The absolute address that answered.</param>
    /// <param name="select">What the source says about where the text stands; null if nothing.</param>
    public static ExtractedArticle Extract(ReadOnlyMemory<byte> body, string? contentType, Uri url, FeedsSelect? select = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (NotAPage.Look(body.Span, contentType) is { } obstacle)
            return Refusal.Of(obstacle);
        try
        {
            var text = BodyText.Decode(body.Span[..Math.Min(body.Length, MaxBytes)], contentType).Text;
            return BoundedParser.TryParseDocument(Characters.Repair(text, MaxBytes)) is { } document
                ? Extract(new Page(document, url), select)
                : Refusal.Of(PageObstacle.TooComplex);
        }
        catch (RegexMatchTimeoutException)
        {
            // The patterns are bounded, but a starved machine can still run out of patience.
            return Refusal.Of(PageObstacle.TooComplex);
        }
    }

    private static ExtractedArticle Extract(Page page, FeedsSelect? select)
    {
        var review = new PageReview(page);
        var article = PageMetadata.Read(page);
        article = article with { Published = SelectedDate.Of(page, article.Language, select?.Date) ?? article.Published };
        var found = BodyFinder.Find(page, article.Title, select);
        var whole = article with
        {
            Html = found.Html,
            Text = found.Text,
            Lead = article.Lead ?? found.Lead,
            Image = article.Image ?? found.Image?.Url,
            ImageAlt = article.Image is null ? found.Image?.Alt : article.ImageAlt,
            Why = page.Why.Findings,
        };
        return review.Obstacle(whole) is { } obstacle ? Refusal.Of(obstacle, whole) : whole;
    }
}
