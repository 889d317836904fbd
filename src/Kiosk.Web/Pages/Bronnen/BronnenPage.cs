using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

public sealed class BronnenPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    private const int PerPage = 50;

    /// <summary>All sources, whatever is shown of them.</summary>
    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public SourceFilters Filters { get; private set; } = null!;

    /// <summary>How many the filters leave, over all pages.</summary>
    public int Found { get; private set; }

    public Paging Paging { get; private set; } = null!;

    /// <summary>The page at hand.</summary>
    public IReadOnlyList<SourceLine> Shown { get; private set; } = [];

    public IEnumerable<SourceLine> Harvested => Sources.Where(line => line.Source.IsHarvested);

    public int Healthy => Harvested.Count(line => !line.Health.NeedsAttention);

    /// <summary>Sources that nobody has looked at yet: the first harvest is not over.</summary>
    public int Waiting => Harvested.Count(line => line.Source.LastCheckedAt is null);

    public async Task OnGetAsync(string? toon, string? sorteer, string? zoek, string? pagina, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Sources = await SourceLine.ReadAllAsync(db, time.Now, cancellation);
        Filters = SourceFilters.Of(toon, sorteer, zoek);
        var chosen = Filters.Apply(Sources).ToList();
        Found = chosen.Count;
        Paging = Paging.Of(pagina, Found, page => Filters.Link(page: page), PerPage);
        Shown = [.. chosen.Skip(Paging.Skip).Take(Paging.Size)];
    }
}

/// <summary>A source in the list.</summary>
public sealed record SourceLine(SourceRow Source, SourceRhythm Rhythm, Silence? Silence, SourceHealth Health)
{
    /// <summary>All sources that stand on their own.</summary>
    public static async Task<IReadOnlyList<SourceLine>> ReadAllAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var rhythmOf = await SourceRhythm.ReadAsync(db, now, cancellation);
        var rows = await db.Sources.AsNoTracking().Where(source => source.MergedInto == null).Select(SourceRow.Projection).ToListAsync(cancellation);
        return rows.ConvertAll(row => Of(row, rhythmOf(row.Id), now));
    }

    public static SourceLine Of(SourceRow source, SourceRhythm rhythm, DateTimeOffset now)
    {
        var silence = Silence.Of(rhythm, now);
        return new SourceLine(source, rhythm, silence, SourceHealth.Of(source, now, silence));
    }

    public Sparkline Sparkline => new(Rhythm, Source.IsHarvested ? Silence : null);
}
