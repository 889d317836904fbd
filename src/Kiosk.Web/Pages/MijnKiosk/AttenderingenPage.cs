using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Alerts;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>All alerts of a reader: what they look for and found, how soon she hears of it, and their feeds.</summary>
public sealed class AttenderingenPage(IDbContextFactory<KioskDb> archive, AlertBook book, IOptions<DigestOptions> digest) : PageModel
{
    private const string Here = AlertMail.PagePath;

    public IReadOnlyList<AlertRow> Alerts { get; private set; } = [];

    /// <summary>One that she threw away just now; null if she did not.</summary>
    public Alert? Removed { get; private set; }

    /// <summary>One that was made just now; null if none was.</summary>
    public long? Made { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What she filled in for an alert of hers, and was refused; null if nothing was.</summary>
    public AlertForm? Unsaved { get; private set; }

    /// <summary>What stands in the form for a new one.</summary>
    public AlertForm New { get; private set; } = AlertForm.Blank;

    /// <summary>On which her letters of the week come.</summary>
    public DayOfWeek Weekday { get; private set; }

    /// <summary>At which they and those of each morning come.</summary>
    public string Hour => digest.Value.At.ToString("H.mm", CultureInfo.InvariantCulture);

    private Guid Me => Visitor.Of(User)!.Id;

    public static string Label(AlertPace pace) => pace switch
    {
        AlertPace.Meteen => "Meteen",
        AlertPace.Dag => "Elke ochtend",
        AlertPace.Week => "Met de weekbrief",
        _ => "Geen mail",
    };

    public async Task OnGetAsync([FromQuery(Name = "zoek")] string? typed, [FromQuery(Name = "nieuw")] long? made, [FromQuery(Name = "weg")] long? removed, CancellationToken cancellation)
    {
        (New, Made) = (New with { Query = typed?.Trim() ?? "" }, made);
        await LoadAsync(cancellation);
        if (removed is null)
            return;
        var me = Me;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Removed = await db.Alerts.AsNoTracking().SingleOrDefaultAsync(alert => alert.Id == removed && alert.UserId == me && alert.RemovedAt != null, cancellation);
    }

    public async Task<IActionResult> OnPostNieuwAsync([FromForm(Name = "zoek")] string? typed, [FromForm(Name = "precies")] string? exactly, [FromForm(Name = "tempo")] string? pace, CancellationToken cancellation)
    {
        New = AlertForm.Of(AlertForm.Blank.Id, typed, exactly, pace);
        (var made, Problem) = await book.AddAsync(Me, New.Query, New.Exactly, New.Pace, cancellation);
        if (made is { } id)
            return LocalRedirect($"{Here}?nieuw={id}");
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostBewaarAsync(
        [FromForm] long id, [FromForm(Name = "zoek")] string? typed, [FromForm(Name = "precies")] string? exactly, [FromForm(Name = "tempo")] string? pace, CancellationToken cancellation)
    {
        var form = AlertForm.Of(id, typed, exactly, pace);
        Problem = await book.ChangeAsync(Me, id, form.Query, form.Exactly, form.Pace, cancellation);
        if (Problem is null)
            return Back(id);
        Unsaved = form;
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostPauzeAsync([FromForm] long id, [FromForm(Name = "aan")] string? on, CancellationToken cancellation)
    {
        await book.SwitchAsync(Me, id, on == "1", cancellation);
        return Back(id);
    }

    public async Task<IActionResult> OnPostFeedAsync([FromForm] long id, [FromForm(Name = "adres")] string? wanted, CancellationToken cancellation)
    {
        await book.AddressAsync(Me, id, wanted == "nieuw", cancellation);
        return Back(id);
    }

    public async Task<IActionResult> OnPostWegAsync([FromForm] long id, CancellationToken cancellation)
    {
        await book.RemoveAsync(Me, id, cancellation);
        return LocalRedirect($"{Here}?weg={id}");
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm] long id, CancellationToken cancellation)
    {
        await book.RestoreAsync(Me, id, cancellation);
        return Back(id);
    }

    private LocalRedirectResult Back(long id) => LocalRedirect($"{Here}#attendering-{id}");

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var me = Me;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Alerts = await db.Alerts.AsNoTracking().Where(alert => alert.UserId == me && alert.RemovedAt == null).OrderByDescending(alert => alert.Id)
            .Select(alert => new AlertRow(
                alert, alert.Finds.Count(find => find.Article!.State == ArticleState.Visible),
                alert.Finds.Where(find => find.Article!.State == ArticleState.Visible).OrderByDescending(find => find.FoundAt).ThenByDescending(find => find.ArticleId)
                    .Select(find => new LastFind(find.ArticleId, find.Article!.Title, find.FoundAt)).FirstOrDefault()))
            .ToListAsync(cancellation);
        var days = await AlertClock.DaysAsync(db, [Visitor.Of(User)!.Email], cancellation);
        Weekday = days.Count > 0 ? days.Values.Single() : AlertClock.UsualDay;
    }
}

/// <summary>What a reader filled in for an alert.</summary>
/// <param name="Id">0 for a new one.</param>
public sealed record AlertForm(long Id, string Query, bool Exactly, AlertPace Pace)
{
    public static readonly AlertForm Blank = new(0, "", Exactly: false, AlertPace.Dag);

    public static AlertForm Of(Alert alert) => new(alert.Id, alert.Query, alert.Exactly, alert.Pace);

    public static AlertForm Of(long id, string? typed, string? exactly, string? pace) => new(id, typed ?? "", exactly == "1", Names.TryParse<AlertPace>(pace, out var known) ? known : Blank.Pace);
}

/// <param name="Finds">Pieces that it found and that can be read still.</param>
/// <param name="Last">The latest; null before the first.</param>
public sealed record AlertRow(Alert Alert, int Finds, LastFind? Last);

/// <param name="FoundAt">When the alert found it.</param>
public sealed record LastFind(long Id, string Title, DateTimeOffset FoundAt)
{
    public string Link => Links.Article(Id, Title);
}
