using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Web.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Over;

/// <summary>What the kiosk is, from whom its pieces come with which rights, and how a source gets out.</summary>
public sealed class ColofonPage(IDbContextFactory<KioskDb> archive, IOptions<FetchOptions> fetching) : PageModel
{
    public IReadOnlyList<CreditedSource> Sources { get; private set; } = [];

    public string Contact => SecurityTxt.ContactOf(fetching.Value.Contact);

    public bool HasContact => fetching.Value.Contact != FetchOptions.DefaultContact;

    public static string Words(Rights rights) => rights switch
    {
        Rights.Full => "de hele tekst",
        Rights.Excerpt => "titel, een kort begin en een link",
        _ => "titel en link",
    };

    /// <summary>Those that are harvested, and those that something is still kept of.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Sources = await db.Sources.Where(source => source.Enabled || db.Articles.Any(article => article.SourceId == source.Id && article.State == ArticleState.Visible))
            .OrderBy(source => source.Name)
            .Select(source => new CreditedSource(source.Slug, source.Name, source.SiteUrl ?? source.Url, source.Rights))
            .ToListAsync(cancellation);
    }
}

/// <param name="Site">For people, where that is known; else where it is read from.</param>
public sealed record CreditedSource(string Slug, string Name, string Site, Rights Rights);
