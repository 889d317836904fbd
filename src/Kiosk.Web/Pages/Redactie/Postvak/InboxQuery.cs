using System.Diagnostics;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Postvak;

/// <summary>
/// Puts a query to the inbox. What waits for an editor is not in the index, so each article is read; after a while the editor gets what was found so far
/// and may go on from there.
/// </summary>
internal static class InboxQuery
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="inbox">In its order.</param>
    /// <returns>What matches, where to go on (null at the end), and how many were read.</returns>
    public static async Task<(List<InboxItem> Matches, InboxPlace? Next, int Scanned)> ReadAsync(IQueryable<Article> inbox, Query query, CancellationToken cancellation)
    {
        var (matches, scanned, started) = (new List<InboxItem>(), 0, Stopwatch.GetTimestamp());
        while (true)
        {
            var rows = await inbox.Skip(scanned).Take(AtOnce).Include(article => article.Source).Include(article => article.Topics).ThenInclude(tag => tag.Topic)
                .AsSplitQuery().ToListAsync(cancellation);
            foreach (var article in rows)
            {
                scanned++;
                if (query.Matches(ArticleTerms.Of(Indexed(article))))
                    matches.Add(Item(article));
                if (matches.Count == InboxList.PerPage)
                    return (matches, matches[^1].Place, scanned);
            }

            if (rows.Count < AtOnce)
                return (matches, null, scanned);
            if (Stopwatch.GetElapsedTime(started) > Patience)
                return (matches, new InboxPlace(rows[^1].InboxAt!.Value, rows[^1].Id), scanned);
        }
    }

    private static InboxItem Item(Article article) => new(
        article.Id, article.Version, article.Title, article.Kind, article.State, article.PublishedAt, article.InboxAt!.Value, article.Source!.Name, article.StoryId);

    private static IndexedArticle Indexed(Article article) => new()
    {
        Id = article.Id,
        Title = article.Title,
        Lead = article.Lead,
        Body = article.BodyText,
        Url = article.Url,
        Published = article.PublishedAt,
        Kind = Names.Of(article.Kind),
        Source = article.Source!.Slug,
        SourceName = article.Source.Name,
        Topics = [.. article.Topics.Select(tag => tag.Topic!.Slug)],
        TopicNames = [.. article.Topics.Select(tag => tag.Topic!.Name)],
        Authors = article.Authors,
    };
}
