using Kiosk.Data;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Lijsten;

/// <summary>All lists that somebody may see: her own, what is shared with her, and the dossiers. Without an account the dossiers alone.</summary>
public sealed class LijstenPage(IDbContextFactory<KioskDb> archive, TimeProvider time) : PageModel
{
    /// <summary>Null if nobody is signed in.</summary>
    public Visitor? Me { get; private set; }

    public IReadOnlyList<ListLine> Own { get; private set; } = [];

    public IReadOnlyList<ListLine> Shared { get; private set; } = [];

    public IReadOnlyList<ListLine> Dossiers { get; private set; } = [];

    /// <summary>Her own that were thrown away and can be put back.</summary>
    public IReadOnlyList<ListLine> Removed { get; private set; } = [];

    /// <summary>What was wrong with what she typed; null if nothing was.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await LoadAsync(db, cancellation);
    }

    public async Task<IActionResult> OnPostNieuwAsync([FromForm(Name = "titel")] string? title, CancellationToken cancellation)
    {
        if (Visitor.Of(User) is not { } me)
            return Challenge();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var text = ListShelf.Text(title, ListShelf.LongestTitle);
        if (text.Length > 0 && await ListShelf.MakeAsync(db, me.Id, text, time.GetUtcNow(), cancellation) is { } id)
            return Redirect(Links.List(id, text));
        Problem = text.Length == 0 ? "Geef de bundel een naam." : $"Je hebt al {ListShelf.MostLists} bundels. Gooi er eerst een weg.";
        await LoadAsync(db, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm(Name = "lijst")] long id, CancellationToken cancellation)
    {
        if (Visitor.Of(User) is not { } me)
            return Challenge();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var back = await db.ReadingLists.Where(list => list.Id == id && list.UserId == me.Id && list.RemovedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(list => list.RemovedAt, (DateTimeOffset?)null).SetProperty(list => list.Version, list => list.Version + 1), cancellation);
        return back == 0 ? NotFound() : Redirect(Links.List(id, ""));
    }

    private async Task LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        Me = Visitor.Of(User);
        Dossiers = await LinesAsync(db.ReadingLists.Where(list => list.UserId == null && list.RemovedAt == null), cancellation);
        if (Me is not { } me)
            return;
        Own = await LinesAsync(db.ReadingLists.Where(list => list.UserId == me.Id && list.RemovedAt == null), cancellation);
        var shared = ListAccess.Shared(db, me).Select(member => member.ListId);
        Shared = await LinesAsync(db.ReadingLists.Where(list => list.UserId != null && list.RemovedAt == null && shared.Contains(list.Id)), cancellation);
        Removed = await LinesAsync(db.ReadingLists.Where(list => list.UserId == me.Id && list.RemovedAt != null), cancellation);
    }

    private static Task<List<ListLine>> LinesAsync(IQueryable<ReadingList> lists, CancellationToken cancellation) => lists.AsNoTracking()
        .OrderByDescending(list => list.IsLater).ThenByDescending(list => list.ChangedAt).ThenByDescending(list => list.Id).Take(ListShelf.MostLists)
        .Select(list => new ListLine(
            list.Id, list.Title, list.Description, list.CoverHue, list.ChangedAt, list.IsLater, list.LinkKey != null, list.Members.Count,
            list.Entries.Count(entry => entry.RemovedAt == null && entry.Article!.State == ArticleState.Visible)))
        .ToListAsync(cancellation);
}

/// <summary>A list among others.</summary>
/// <param name="Members">With how many it is shared.</param>
/// <param name="Count">Articles on it that can be read.</param>
public sealed record ListLine(long Id, string Title, string Description, int? CoverHue, DateTimeOffset ChangedAt, bool IsLater, bool HasLink, int Members, int Count)
{
    public int Hue => CoverHue ?? ListWords.HueOf(Id);

    public string Link => Links.List(Id, Title);
}
