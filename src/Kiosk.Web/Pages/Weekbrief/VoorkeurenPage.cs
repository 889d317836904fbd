using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Pages.Abonneren;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Weekbrief;

/// <summary>Behind the link under each letter: topics, day, pause, a colleague, one's own data. Asking for it changes nothing.</summary>
public sealed class VoorkeurenPage(IDbContextFactory<KioskDb> archive, Subscriptions subscriptions, SubscriberExport export, SubscriberLinks links, DutchTime time) : PageModel
{
    private const int LongestPauseWeeks = 26;

    /// <summary>The slug of a topic that she may want no more of; she says so with the button.</summary>
    [FromQuery(Name = "minder")]
    public string? Less { get; set; }

    public Subscriber Subscriber { get; private set; } = null!;

    public SubscriptionFields Fields { get; private set; } = null!;

    /// <summary>The topic of <see cref="Less"/>; null if she has no such topic.</summary>
    public Topic? LessTopic { get; private set; }

    public string? Done { get; private set; }

    public string? Problem { get; private set; }

    public string Path => $"{SubscriberLinks.PreferencesPath}/{links.Token(Subscriber.Id, LinkUse.Manage)}";

    public string LeavePath => $"{SubscriberLinks.LeavePath}/{links.Token(Subscriber.Id, LinkUse.Manage)}";

    /// <summary>Weeks for which she may let the letter rest.</summary>
    public static IReadOnlyList<int> Pauses => [2, 4, 6];

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) => ShowAsync(token, cancellation);

    public Task<IActionResult> OnPostAsync(string token, SubscriptionForm form, CancellationToken cancellation) => ActAsync(token, async id =>
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await form.ReadAsync(db, cancellation) is not { } wanted)
        {
            Problem = "Kies minstens één onderwerp. Wil je er geen meer? Meld je dan af.";
            return;
        }

        await subscriptions.ChangeAsync(id, wanted, cancellation);
        Done = "Bewaard.";
    }, cancellation);

    public Task<IActionResult> OnPostMinderAsync(string token, [FromForm(Name = "minder")] string? slug, CancellationToken cancellation) => ActAsync(token, async id =>
    {
        if (Subscriber.Topics.Find(link => link.Topic!.Slug == slug) is not { } link)
            return;
        if (Subscriber.Topics.Count == 1)
        {
            Problem = "Dit is je enige onderwerp. Kies eerst een ander, of meld je af.";
            return;
        }

        await subscriptions.DropTopicAsync(id, link.TopicId, cancellation);
        Done = $"Je krijgt geen stukken meer over {link.Topic!.Name}.";
    }, cancellation);

    public Task<IActionResult> OnPostPauzeAsync(string token, [FromForm(Name = "weken")] int weeks, CancellationToken cancellation) => ActAsync(token, async id =>
    {
        DateOnly? until = weeks is > 0 and <= LongestPauseWeeks ? time.Today.AddDays(7 * weeks) : null;
        await subscriptions.PauseAsync(id, until, cancellation);
        Done = until is { } day ? $"De weekbrief rust tot {DutchTime.Date(day)}. Daarna hoor je wat je miste." : "De weekbrief komt weer.";
    }, cancellation);

    public Task<IActionResult> OnPostWeerAsync(string token, CancellationToken cancellation) => ActAsync(token, async id =>
    {
        await subscriptions.ResumeAsync(id, cancellation);
        Done = "De weekbrief komt weer.";
    }, cancellation);

    public Task<IActionResult> OnPostNodigUitAsync(string token, [FromForm(Name = "adres")] string? typed, CancellationToken cancellation) => ActAsync(token, async id =>
    {
        if (EmailAddress.Parse(typed) is not { } email)
            Problem = "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl.";
        else if (await subscriptions.InviteAsync(id, email, cancellation))
            Done = $"Krijgt {email} de weekbrief nog niet, dan is er nu één mail onderweg. Je collega beslist zelf.";
        else
            Problem = "Je nodigde vandaag al genoeg mensen uit. Morgen kan het weer.";
    }, cancellation);

    public async Task<IActionResult> OnPostGegevensAsync(string token, CancellationToken cancellation) => await FindAsync(token, cancellation)
        ? File(await export.OfAsync(Subscriber.Id, cancellation), "application/json; charset=utf-8", "mijn-weekbrief.json")
        : Gone();

    private async Task<IActionResult> ActAsync(string token, Func<long, Task> act, CancellationToken cancellation)
    {
        if (!await FindAsync(token, cancellation))
            return Gone();
        await act(Subscriber.Id);
        return await ShowAsync(token, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string token, CancellationToken cancellation)
    {
        if (!await FindAsync(token, cancellation))
            return Gone();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).ToListAsync(cancellation);
        Fields = new SubscriptionFields(SubscriptionForm.Of(Subscriber), topics, HasLength: true, LacksTopics: false);
        LessTopic = Subscriber.Topics.Find(link => link.Topic!.Slug == Less)?.Topic;
        return Page();
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(token, LinkUse.Manage) is not { } id || await subscriptions.FindAsync(id, cancellation) is not { ConsentedAt: not null } subscriber)
            return false;
        Subscriber = subscriber;
        return true;
    }

    private NotFoundResult Gone() => NotFound();
}
