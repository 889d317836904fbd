using Kiosk.Data;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Archiving;

/// <summary>What an article takes over from what came in, and what it keeps.</summary>
internal static class ArticleFilling
{
    public static void Fill(Article article, ArticleDraft draft, Candidate candidate, DateTimeOffset now)
    {
        (article.Title, article.Url, article.ImageUrl, article.Language) = (draft.Title, draft.Url, draft.Image, draft.Language);
        (article.Authors, article.Categories) = ([.. draft.Authors], [.. draft.Categories]);
        if (draft.Body.Text.Length >= LeastToReplace(article, candidate))
        {
            (article.BodyHtml, article.BodyText, article.Lead) = (draft.Body.Html, draft.Body.Text, draft.Lead);
            (article.PageStarts, article.Chapters, article.WordCount) = ([.. draft.PageStarts], [.. draft.Chapters], WordCount.Of(draft.Body.Text));
        }

        article.DocumentUrl = draft.Document ?? article.DocumentUrl;
        article.Event = ArticleEvents.Merged(article.Event, candidate.Item.Event);
        article.PublishedIsGuess = draft.Published is null && (article.PublishedAt == default || article.PublishedIsGuess);
        article.PublishedAt = draft.Published ?? (article.PublishedAt == default ? now : article.PublishedAt);
        (article.UpdatedAt, article.ChangedAt, article.ContentHash) = (draft.Updated, now, candidate.ContentHash);
    }

    /// <summary>
    /// How long a text must be to take the place of what is kept. A teaser never takes away a longer text; a page that lost more than half of
    /// its words is one that went wrong; and nothing never replaces something.
    /// </summary>
    private static int LeastToReplace(Article article, Candidate candidate) =>
        article.BodyText.Length == 0 ? 0 : candidate.IsPartial ? article.BodyText.Length : candidate.Page is not null ? article.BodyText.Length / 2 : 1;
}
