using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Logboek;

/// <summary>Everything that editors did, with what was before and after, and the way back.</summary>
public sealed class LogboekPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    private const int PerPage = 40;

    public LogFilter Filter { get; private set; } = new();

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int Total { get; private set; }

    /// <summary>Who did something, by id.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Editors { get; private set; } = [];

    /// <summary>What came of an undo, in Dutch; null if none was asked for.</summary>
    public string? Said { get; private set; }

    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostTerugAsync([FromForm] long? id, [FromForm] Guid? batch, CancellationToken cancellation)
    {
        await using (var db = await archive.CreateDbContextAsync(cancellation))
        {
            var by = Visitor.Of(User)!.Batch(time.Now);
            var outcome = id is { } act ? await EditorialUndo.OneAsync(db, act, by, cancellation) : await EditorialUndo.BatchAsync(db, batch ?? Guid.Empty, by, cancellation);
            Said = outcome.Done == 0 ? null : $"Teruggezet: {DutchText.Count(outcome.Done, "handeling", "handelingen")}.";
            Problem = outcome.Problems.Count > 0 ? string.Join(' ', outcome.Problems) : outcome.Done == 0 ? "Er was niets terug te zetten." : null;
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Filter = LogFilter.Of(Request.Query);
        var acts = Filter.Of(db);
        Total = await acts.CountAsync(cancellation);
        Paging = Paging.Of(Request.Query["pagina"], Total, Filter.Link, PerPage);
        Lines = [.. (await acts.OrderByDescending(act => act.Id).Skip(Paging.Skip).Take(PerPage)
            .Select(act => new { Act = act, IsUndone = db.EditorialActs.Any(other => other.Undoes == act.Id) }).ToListAsync(cancellation))
            .Select(line => new LogLine(line.Act, line.IsUndone))];
        Editors = [.. (await db.Users.AsNoTracking().Where(user => db.EditorialActs.Any(act => act.EditorId == user.Id)).ToListAsync(cancellation))
            .Select(user => (user.Id, user.Called)).OrderBy(user => user.Called, StringComparer.CurrentCulture)];
    }
}
