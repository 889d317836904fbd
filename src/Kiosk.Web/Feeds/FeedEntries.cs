using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Feeds;

/// <summary>Articles as entries of a feed, with as much of their text as <see cref="ReadingRights"/> allows.</summary>
public static class FeedEntries
{
    /// <param name="articles">Visible ones, in the order of the feed, no more than <see cref="OutFeed.MostEntries"/>.</param>
    /// <param name="address">The whole address of a path of the kiosk.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static async Task<IReadOnlyList<OutEntry>> ReadAsync(IQueryable<Article> articles, Func<string, Uri> address, CancellationToken cancellation)
    {
        var rows = await articles.AsNoTracking().AsSplitQuery().Select(article => new
        {
            article.Id,
            article.Title,
            article.Lead,
            article.PublishedAt,
            article.ChangedAt,
            article.Authors,
            article.Language,
            article.Source!.Rights,
            Source = article.Source.Name,
            Body = article.Source.Rights == Rights.Full ? article.BodyHtml : "",
            Topics = article.Topics.OrderBy(link => link.Topic!.Position).Select(link => link.Topic!.Name).ToList(),
        }).ToListAsync(cancellation);
        return [.. rows.Select(row => new OutEntry(
            address(Links.Article(row.Id, "")).AbsoluteUri, row.Title, address(Links.Article(row.Id, row.Title)), row.PublishedAt, row.ChangedAt,
            row.Authors.Count > 0 ? row.Authors : [row.Source], row.Topics, ReadingRights.Lead(row.Rights, row.Lead), ReadingRights.Body(row.Rights, row.Body), row.Language))];
    }
}
