using Kiosk.Data;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Identity;
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
        var known = await KnownAsync(db, rows.Where(row => row.State == SuggestionState.Open).Select(NameOf), cancellation);
        return [.. rows.Select(row => new SuggestionView(
            row,
            NameOf(row) is { } name ? known.GetValueOrDefault(name) : null,
            [.. sources.Where(source => SiteOf(source.Url) == SiteOf(row.Url) || SiteOf(source.SiteUrl) == SiteOf(row.Url)).Select(source => new TopicLink(source.Slug, source.Name))]))];
    }

    /// <summary>The name by which the archive knows the page; null for what is no web address.</summary>
    private static string? NameOf(LinkSuggestion row) => CanonicalUrl.Of(row.Url) is { } canonical ? Alias.Url(canonical) : null;

    private static async Task<Dictionary<string, TopicLink>> KnownAsync(KioskDb db, IEnumerable<string?> pages, CancellationToken cancellation)
    {
        var names = pages.OfType<string>().ToArray();
        return await db.ArticleAliases.Where(alias => EF.Parameter(names).Contains(alias.Name)).Select(alias => new { alias.Name, alias.ArticleId, alias.Article!.Title })
            .ToDictionaryAsync(alias => alias.Name, alias => new TopicLink(Links.Article(alias.ArticleId, alias.Title), alias.Title), cancellation);
    }

    /// <summary>The host without what tells nothing of whose it is.</summary>
    private static string? SiteOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.IdnHost[4..] : address.IdnHost
        : null;
}
