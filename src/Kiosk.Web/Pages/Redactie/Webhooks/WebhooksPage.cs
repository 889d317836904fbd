using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Webhooks;
using Kiosk.Web.Accounts;
using Kiosk.Web.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Webhooks;

/// <summary>The addresses that are told of published articles, with the log of their last messages.</summary>
public sealed class WebhooksPage(IDbContextFactory<KioskDb> archive, WebhookDesk desk, TimeProvider time) : PageModel
{
    public const string Here = "/redactie/webhooks";

    private const int Shown = 10;

    public IReadOnlyList<(Webhook Hook, int Waiting, IReadOnlyList<ShownMessage> Last)> Hooks { get; private set; } = [];

    public string? Name { get; private set; }

    public string? Address { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>A secret that was made just now, and of which webhook; shown this once.</summary>
    public (long Id, string Text)? Secret { get; private set; }

    private ActBatch By => Visitor.Of(User)!.Batch(time.GetUtcNow());

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync([FromForm] string? naam, [FromForm] string? adres, CancellationToken cancellation)
    {
        var (made, secret, problem) = await desk.AddAsync(naam, adres, By, cancellation);
        if (made is null)
            (Name, Address, Problem) = (naam, adres, problem);
        else
            Secret = (made.Id, secret!);
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostGeheimAsync([FromForm] long id, CancellationToken cancellation)
    {
        if (await desk.RotateAsync(id, By, cancellation) is not { } secret)
            return NotFound();
        Secret = (id, secret);
        await LoadAsync(cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostProefAsync([FromForm] long id, CancellationToken cancellation) => DoAsync(desk.TestAsync(id, cancellation));

    public Task<IActionResult> OnPostUitAsync([FromForm] long id, CancellationToken cancellation) => DoAsync(desk.SwitchOffAsync(id, By, cancellation));

    public Task<IActionResult> OnPostAanAsync([FromForm] long id, CancellationToken cancellation) => DoAsync(desk.SwitchOnAsync(id, By, cancellation));

    public Task<IActionResult> OnPostWegAsync([FromForm] long id, CancellationToken cancellation) => DoAsync(desk.RemoveAsync(id, By, cancellation));

    private async Task<IActionResult> DoAsync(Task act)
    {
        await act;
        return LocalRedirect(Here);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var hooks = new List<(Webhook, int, IReadOnlyList<ShownMessage>)>();
        foreach (var hook in await db.Webhooks.AsNoTracking().OrderBy(hook => hook.Name).ToListAsync(cancellation))
        {
            var deliveries = db.WebhookDeliveries.AsNoTracking().Where(delivery => delivery.WebhookId == hook.Id);
            hooks.Add((hook, await deliveries.CountAsync(delivery => delivery.NextAttemptAt != null, cancellation),
                await deliveries.OrderByDescending(delivery => delivery.Id).Take(Shown).Select(delivery => new ShownMessage(delivery, delivery.Article!.Title)).ToListAsync(cancellation)));
        }

        Hooks = hooks;
    }

    /// <summary>A message in the log of a webhook.</summary>
    /// <param name="Title">Of its article; null for a test.</param>
    public sealed record ShownMessage(WebhookDelivery Delivery, string? Title);
}
