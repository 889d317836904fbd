using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Aangedragen;

/// <summary>A suggested link with what an editor needs to decide.</summary>
/// <param name="Known">The article that the kiosk has at this address already; null if none.</param>
/// <param name="Sources">The sources of the same site.</param>
public sealed record SuggestionView(LinkSuggestion Row, TopicLink? Known, IReadOnlyList<TopicLink> Sources)
{
    public string Host => Uri.TryCreate(Row.Url, UriKind.Absolute, out var url) ? url.IdnHost : Row.Url;

    public static async Task<IReadOnlyList<SuggestionView>> ReadAsync(KioskDb db, List<LinkSuggestion> rows, CancellationToken cancellation)
    {
        var sources = await db.Sources.AsNoTracking().Where(source => source.MergedInto == null).OrderBy(source => source.Name)
            .Select(source => new { source.Slug, source.Name, source.Url, source.SiteUrl }).ToListAsync(cancellation);
        var views = new List<SuggestionView>();
        foreach (var row in rows)
        {
            var host = SiteOf(row.Url);
            var known = row.State == SuggestionState.Open && await SuggestionIntake.KnownAsync(db, row.Url, cancellation) is { } id
                ? await db.Articles.Where(article => article.Id == id).Select(article => new { article.Id, article.Title }).SingleAsync(cancellation)
                : null;
            views.Add(new SuggestionView(
                row,
                known is null ? null : new TopicLink(Links.Article(known.Id, known.Title), known.Title),
                [.. sources.Where(source => SiteOf(source.Url) == host || SiteOf(source.SiteUrl) == host).Select(source => new TopicLink(source.Slug, source.Name))]));
        }

        return views;
    }

    /// <summary>The host without what tells nothing of whose it is.</summary>
    private static string? SiteOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost
        : null;
}
