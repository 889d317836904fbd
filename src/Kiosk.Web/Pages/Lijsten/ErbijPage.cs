using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Editions;
using Kiosk.Web.Http;
using Kiosk.Web.Lists;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Lijsten;

/// <summary>On which lists an article stands. The way from every card; with script its form opens over the page.</summary>
public sealed class ErbijPage(IDbContextFactory<KioskDb> archive, ReadingHistory history, TimeProvider time) : PageModel
{
    [FromQuery(Name = "stuk")]
    public long ArticleId { get; set; }

    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    /// <summary>Null if nobody is signed in.</summary>
    public Visitor? Me { get; private set; }

    public ArticleCard Card { get; private set; } = null!;

    public IReadOnlyList<ListChoice> Lists { get; private set; } = [];

    /// <summary>What came of it, for people; null before anything was sent.</summary>
    public string? Done { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What was typed and could not be kept.</summary>
    public string Note { get; private set; } = "";

    public string BackPath => Back is null ? Card.Link : LocalPath.Of(Back);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await LoadAsync(db, cancellation) ? Page() : NotFound();
    }

    /// <param name="chosen">The lists that are ticked.</param>
    /// <param name="shown">The lists that it stood on when the form was made: only what was changed since is done.</param>
    /// <param name="title">Of a new list; may be empty.</param>
    /// <param name="note">Goes to the lists it is newly put on; may be empty.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "lijst")] long[] chosen, [FromForm(Name = "stond")] long[] shown, [FromForm(Name = "nieuw")] string? title,
        [FromForm(Name = "notitie")] string? note, CancellationToken cancellation)
    {
        if (Visitor.Of(User) is not { } me)
            return Challenge();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (!await LoadAsync(db, cancellation))
            return NotFound();
        Note = ListShelf.Text(note, ListShelf.LongestText);
        var titleText = ListShelf.Text(title, ListShelf.LongestTitle);
        var writable = Lists.Select(list => list.Id).ToHashSet();
        var added = chosen.Except(shown).Where(writable.Contains).ToList();
        if (titleText.Length > 0)
        {
            if (await ListShelf.MakeAsync(db, me.Id, titleText, time.GetUtcNow(), cancellation) is { } made)
                added.Add(made);
            else
                Problem = $"Je hebt al {ListShelf.MostLists} bundels. Gooi er eerst een weg.";
        }

        await ChangeAsync(db, added, [.. shown.Except(chosen).Where(writable.Contains)], cancellation);
        await LoadAsync(db, cancellation);
        await RememberAsync(me, added.Count > 0, cancellation);
        return Page();
    }

    private async Task ChangeAsync(KioskDb db, List<long> added, List<long> taken, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var outcomes = new List<ListOutcome>();
        foreach (var list in added)
            outcomes.Add(await ListChange.ApplyAsync(db, list, version: null, now, one => ListChange.Add(one, ArticleId, Note, now), cancellation));
        foreach (var list in taken)
            outcomes.Add(await ListChange.ApplyAsync(db, list, version: null, now, one => ListChange.Remove(one, ArticleId, now), cancellation));
        if (outcomes.Contains(ListOutcome.Full))
            Problem = $"Deze bundel is vol: er passen {ListChange.MostEntries} stukken in.";
        else if (outcomes.Exists(outcome => outcome != ListOutcome.Changed))
            Problem = "Niet alles is gelukt: iemand anders was er net mee bezig. Kijk hieronder hoe het nu staat, en probeer het opnieuw.";
        if (Problem is not null)
            return;
        Note = "";
        Done = (added.Count, taken.Count) switch
        {
            (0, 0) => "Er is niets veranderd.",
            (_, 0) => "Bewaard.",
            (0, _) => "Weggehaald.",
            _ => "Je keuze is bewaard.",
        };
    }

    /// <summary>For who lets the kiosk remember: that she saved it, or, once it is on none of her lists, no longer.</summary>
    private async Task RememberAsync(Visitor me, bool isAdded, CancellationToken cancellation)
    {
        if (!Lists.Any(list => list.Holds))
            await history.ForgetAsync(me.Id, ArticleId, HistoryAct.Bewaard, cancellation);
        else if (isAdded)
            await history.NoteAsync(me.Id, ArticleId, HistoryAct.Bewaard, cancellation);
    }

    private async Task<bool> LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        Me = Visitor.Of(User);
        var card = await db.Articles.AsNoTracking().Where(article => article.Id == ArticleId && article.State == ArticleState.Visible)
            .Select(ArticleCard.Projection).SingleOrDefaultAsync(cancellation);
        if (card is null)
            return false;
        Card = card;
        if (Me is { } me)
            Lists = await ListShelf.WritableAsync(db, me, ArticleId, time.GetUtcNow(), cancellation);
        return true;
    }
}
