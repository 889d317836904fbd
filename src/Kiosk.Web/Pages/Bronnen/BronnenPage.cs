using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Bronnen;

public sealed class BronnenPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    public IReadOnlyList<SourceLine> Sources { get; private set; } = [];

    public IEnumerable<SourceLine> Enabled => Sources.Where(line => line.Source.Enabled);

    public int Healthy => Enabled.Count(line => !line.Health.NeedsAttention);

    /// <summary>Sources that nobody has looked at yet: the first harvest is not over.</summary>
    public int Waiting => Enabled.Count(line => line.Source.LastCheckedAt is null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var counts = await db.Articles.Where(article => article.State == ArticleState.Visible)
            .GroupBy(article => article.SourceId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var rows = await db.Sources.AsNoTracking().Select(SourceRow.Projection).ToListAsync(cancellation);
        Sources = [.. rows
            .Select(row => new SourceLine(row, SourceHealth.Of(row, time.Now), counts.GetValueOrDefault(row.Id)))
            .OrderByDescending(line => line.Source.Enabled)
            .ThenBy(line => line.Source.Name, StringComparer.InvariantCultureIgnoreCase)];
    }
}

public sealed record SourceLine(SourceRow Source, SourceHealth Health, int Articles);
