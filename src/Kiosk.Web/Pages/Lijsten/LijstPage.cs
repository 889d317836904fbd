using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Web.Accounts;
using Kiosk.Web.Lists;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Lijsten;

/// <summary>One list: to read, and for who may, to change and to share.</summary>
public sealed class LijstPage(IDbContextFactory<KioskDb> archive, ListAccess access, TimeProvider time, ListSharing sharing) : PageModel
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    /// <summary>What the link says of who came by one.</summary>
    [FromQuery(Name = "sleutel")]
    public string? Key { get; set; }

    /// <summary>The article whose note and heading are being changed; null if none.</summary>
    [FromQuery(Name = "bewerk")]
    public long? Editing { get; set; }

    /// <summary>The article that was just taken off, to undo.</summary>
    [FromQuery(Name = "weg")]
    public long? TakenOff { get; set; }

    /// <summary>The version of the list that the form was made from.</summary>
    [FromForm(Name = "versie")]
    public int? Version { get; set; }

    public ListView List { get; private set; } = null!;

    public ListRight Right { get; private set; }

    public bool CanEdit => Right >= ListRight.Edit;

    public bool CanPublish { get; private set; }

    public IReadOnlyList<ListMember> Members { get; private set; } = [];

    /// <summary>The title of what was just taken off; null if nothing was.</summary>
    public string? TakenOffTitle { get; private set; }

    /// <summary>What went wrong, for people; null if nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was typed and could not be kept, so that it is not lost; null if there is none.</summary>
    public string? Unkept { get; private set; }

    /// <summary>The whole address of its link; null if there is none.</summary>
    public Uri? PublicLink => List.LinkKey is { } key ? sharing.Address(Links.List(List.Id, List.Title, key)) : null;

    /// <summary>For the files of the list: what its feeds must carry to be read without an account.</summary>
    public string? FileKey => List.IsDossier ? null : List.LinkKey ?? Key;

    public string Here => Links.List(List.Id, List.Title, Right == ListRight.View && !List.IsDossier ? Key : null);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => WithAsync(ListRight.View, async db =>
    {
        if (Request.Path.Value != Links.List(List.Id, List.Title))
            return Redirect(Links.List(List.Id, List.Title) + Request.QueryString);
        if (TakenOff is { } taken && CanEdit)
            TakenOffTitle = await db.ListEntries.Where(entry => entry.ListId == Id && entry.ArticleId == taken && entry.RemovedAt != null).Select(entry => entry.Article!.Title).FirstOrDefaultAsync(cancellation);
        return Page();
    }, cancellation);

    /// <summary>Up, down, to a place, off the list, and back on it. Each form says one of these.</summary>
    public Task<IActionResult> OnPostStukAsync(
        [FromForm(Name = "omhoog")] long? up, [FromForm(Name = "omlaag")] long? down, [FromForm(Name = "zet")] long? moved, [FromForm(Name = "op")] long placeOf,
        [FromForm(Name = "weg")] long? off, [FromForm(Name = "terug")] long? back, CancellationToken cancellation) => this switch
        {
            _ when off is { } article => ChangeAsync(null, list => ListChange.Remove(list, article, time.GetUtcNow()), cancellation, $"weg={article}"),
            _ when back is { } article => ChangeAsync(null, list => ListChange.PutBack(list, article), cancellation),
            _ when up is { } article => ChangeAsync(Version ?? -1, list => ListOrder.Up(list.Entries, article), cancellation),
            _ when down is { } article => ChangeAsync(Version ?? -1, list => ListOrder.Down(list.Entries, article), cancellation),
            _ when moved is { } article => ChangeAsync(Version ?? -1, list => ListOrder.Take(list.Entries, article, placeOf), cancellation),
            _ => Task.FromResult<IActionResult>(BadRequest()),
        };

    public Task<IActionResult> OnPostNotitieAsync(
        [FromForm(Name = "stuk")] long article, [FromForm(Name = "notitie")] string? note, [FromForm(Name = "kop")] string? section,
        [FromForm(Name = "mijlpaal")] string? mark, CancellationToken cancellation) => ChangeAsync(Version ?? -1, list =>
        {
            if (list.Entries.Find(entry => entry.ArticleId == article) is not { } entry)
                return;
            entry.Note = ListShelf.Text(note, ListShelf.LongestText);
            entry.Mark = Names.TryParse<TimelineMark>(mark, out var chosen) ? chosen : null;
            var heading = ListShelf.Text(section, ListShelf.LongestTitle);
            if (heading == entry.Section)
                return;
            entry.Section = heading;
            ListOrder.Append(list.Entries, entry);
        }, cancellation, unkept: note);

    public Task<IActionResult> OnPostLijstAsync(
        [FromForm(Name = "titel")] string? title, [FromForm(Name = "beschrijving")] string? description, [FromForm(Name = "omslag")] string? mark,
        [FromForm(Name = "kleur")] string? hue, CancellationToken cancellation) => ChangeAsync(Version ?? -1, list =>
        {
            (list.CoverMark, list.CoverHue) = (ListShelf.Text(mark, ArticleCover.LongestMark).Replace('\n', ' '), Cover.ParseHue(hue));
            list.Description = ListShelf.Text(description, ListShelf.LongestText);
            if (!list.IsLater && ListShelf.Text(title, ListShelf.LongestTitle) is { Length: > 0 } text)
                list.Title = text;
        }, cancellation, unkept: $"{title}\n{description}".Trim());

    public Task<IActionResult> OnPostDelenAsync([FromForm(Name = "adres")] string? address, [FromForm(Name = "mag")] string? may, CancellationToken cancellation) =>
        WithAsync(ListRight.Own, async db =>
        {
            Problem = await sharing.ShareAsync(db, List, Visitor.Of(User)!, address, may == "wijzigen", cancellation);
            if (Problem is null)
                return Redirect(Here + "#samen");
            Unkept = address;
            return Page();
        }, cancellation);

    public Task<IActionResult> OnPostLidAsync([FromForm(Name = "weg")] string? address, CancellationToken cancellation) =>
        ChangeAsync(null, list => list.Members.RemoveAll(member => member.Email == address), cancellation, least: ListRight.Own);

    public Task<IActionResult> OnPostLinkAsync([FromForm(Name = "link")] string? wish, CancellationToken cancellation) =>
        ChangeAsync(null, list => list.LinkKey = wish == "aan" && !list.IsDossier ? ListAccess.NewKey() : null, cancellation, least: ListRight.Own);

    /// <summary>To a dossier of the editors, and back to a list of the editor who withdraws it.</summary>
    public Task<IActionResult> OnPostDossierAsync([FromForm(Name = "dossier")] string? wish, CancellationToken cancellation) => WithAsync(ListRight.Own, async _ =>
    {
        if (!CanPublish || List.IsLater)
            return Forbid();
        return await ChangeAsync(null, list => list.GiveTo(wish == "aan" ? null : Visitor.Of(User)!.Id), cancellation, least: ListRight.Own);
    }, cancellation);

    public Task<IActionResult> OnPostWeggooienAsync(CancellationToken cancellation) => WithAsync(ListRight.Own, async db =>
    {
        if (List.IsLater || List.IsDossier)
            return BadRequest();
        await ListChange.ApplyAsync(db, Id, version: null, time.GetUtcNow(), list => list.RemovedAt = time.GetUtcNow(), cancellation);
        return Redirect("/lijsten#kop-weg");
    }, cancellation);

    /// <summary>Changes the list and shows it; or, if somebody else was ahead, says so and keeps what was typed on the screen.</summary>
    private Task<IActionResult> ChangeAsync(
        int? version, Action<ReadingList> change, CancellationToken cancellation, string? query = null, string? unkept = null, ListRight least = ListRight.Edit) =>
        WithAsync(least, async db =>
        {
            var outcome = await DossierActs.ChangeAsync(db, Visitor.Of(User)!.Batch(time.GetUtcNow()), Id, version, change, cancellation);
            db.ChangeTracker.Clear();
            await LoadAsync(db, cancellation);
            if (outcome == ListOutcome.Changed)
                return Redirect(query is null ? Here : $"{Here}?{query}");
            Problem = outcome == ListOutcome.Full
                ? $"Deze bundel is vol: er passen {ListChange.MostEntries} stukken in."
                : "Iemand anders was je net voor. Hieronder staat hoe de bundel nu is; er is niets overschreven. Doe het gerust opnieuw.";
            (Editing, Unkept) = (null, string.IsNullOrWhiteSpace(unkept) ? null : unkept);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }, cancellation);

    /// <summary>Opens the list for who may; who is not signed in is asked to, whether or not there is such a list.</summary>
    private async Task<IActionResult> WithAsync(ListRight least, Func<KioskDb, Task<IActionResult>> act, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Right = await access.OfAsync(db, Id, User, Key, cancellation);
        if (Right < least || !await LoadAsync(db, cancellation))
            return Visitor.Of(User) is null ? Challenge() : Right == ListRight.None ? NotFound() : Forbid();
        return await act(db);
    }

    private async Task<bool> LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        if (await ListView.FindAsync(db, Id, cancellation) is not { } list)
            return false;
        List = list;
        if (Right < ListRight.Own)
            return true;
        CanPublish = await access.IsEditorAsync(User);
        Members = await db.ListMembers.AsNoTracking().Where(member => member.ListId == Id).OrderBy(member => member.AddedAt).ToListAsync(cancellation);
        return true;
    }
}
