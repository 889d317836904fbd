using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Feeds;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

public sealed class BronPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    private const int RunsShown = 20;
    private const int PagesShown = 10;

    public SourceRow Source { get; private set; } = null!;

    public SourceHealth Health { get; private set; } = null!;

    public Sparkline Sparkline { get; private set; } = null!;

    public FollowButton Follow { get; private set; } = null!;

    /// <summary>Where its feeds stand, by file name.</summary>
    public Func<string, string> FeedPath => file => FeedLinks.Source(Source.Slug, file);

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    /// <summary>The last visits, newest first.</summary>
    public IReadOnlyList<HarvestRun> Runs { get; private set; } = [];

    /// <summary>Pages and reports behind its items that are still to be read.</summary>
    public int PagesWaiting { get; private set; }

    /// <summary>Those that could not be read, the latest first.</summary>
    public IReadOnlyList<PageToRead> PagesMissed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? pagina, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var source = await db.Sources.AsNoTracking().Where(source => source.Slug == slug).Select(SourceRow.Projection).SingleOrDefaultAsync(cancellation);
        if (source is null)
            return NotFound();
        if (await db.Sources.Where(one => one.Slug == slug && one.MergedInto != null).Join(db.Sources, one => one.MergedInto, into => into.Id, (one, into) => into.Slug).SingleOrDefaultAsync(cancellation) is { } successor)
            return LocalRedirectPermanent(Links.Source(successor));
        var line = SourceLine.Of(source, await SourceRhythm.ReadAsync(db, source.Id, time.Now, cancellation), time.Now);
        (Source, Health, Sparkline) = (source, line.Health, line.Sparkline);
        await ReadArticlesAsync(db, pagina, cancellation);
        Runs = await db.HarvestRuns.AsNoTracking().Where(run => run.SourceId == source.Id)
            .OrderByDescending(run => run.StartedAt).Take(RunsShown).ToListAsync(cancellation);
        await ReadPagesAsync(db, cancellation);
        var me = Visitor.Of(User)?.Id;
        Follow = new FollowButton("bron", source.Id, source.Name, me is null ? null : await db.Follows.AnyAsync(follow => follow.UserId == me && follow.SourceId == source.Id, cancellation), Links.Source(slug));
        return Page();
    }

    private async Task ReadPagesAsync(KioskDb db, CancellationToken cancellation)
    {
        var pages = db.PagesToRead.AsNoTracking().Where(page => page.SourceId == Source.Id);
        PagesWaiting = await pages.CountAsync(page => page.State == PageState.Waiting, cancellation);
        PagesMissed = await pages.Where(page => page.State != PageState.Waiting && page.State != PageState.Filtered)
            .OrderByDescending(page => page.ChangedAt).Take(PagesShown).ToListAsync(cancellation);
    }

    private async Task ReadArticlesAsync(KioskDb db, string? pagina, CancellationToken cancellation)
    {
        var link = Links.Source(Source.Slug);
        var articles = db.Articles.AsNoTracking().Where(article => article.SourceId == Source.Id && article.State == ArticleState.Visible);
        Total = await articles.CountAsync(cancellation);
        Paging = Paging.Of(pagina, Total, page => page == 1 ? link : $"{link}?pagina={page}");
        Articles = await articles.OrderByDescending(article => article.PublishedAt).ThenByDescending(article => article.Id)
            .Skip(Paging.Skip).Take(Paging.PerPage).Select(ArticleCard.Projection).ToListAsync(cancellation);
    }
}
