using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Abonneren;

/// <summary>Where the link to confirm leads. Asking for it changes nothing, since mail scanners follow links; its button confirms.</summary>
public sealed class BevestigAbonnementPage(Subscriptions subscriptions, SubscriberLinks links, IOptions<DigestOptions> options, DutchTime time) : PageModel
{
    /// <summary>Null if the link no longer works.</summary>
    public Subscriber? Subscriber { get; private set; }

    /// <summary>True once she confirmed.</summary>
    public bool IsConfirmed => Subscriber?.ConsentedAt is not null;

    public DateOnly FirstDay => DigestCalendar.NextDay(Subscriber!.Rhythm, Subscriber.Weekday, options.Value.At, Subscriber.ConsentedAt ?? time.Now);

    public string Preferences => links.Preferences(Subscriber!.Id).AbsolutePath;

    public Task OnGetAsync(string token, CancellationToken cancellation) => FindAsync(token, cancellation);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is { } subscriber)
        {
            await subscriptions.ConfirmAsync(subscriber.Id, cancellation);
            await FindAsync(token, cancellation);
        }

        return Page();
    }

    private async Task<Subscriber?> FindAsync(string token, CancellationToken cancellation)
    {
        Subscriber = links.Read(token, LinkUse.Confirm) is { } id ? await subscriptions.FindAsync(id, cancellation) : null;
        Response.StatusCode = Subscriber is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Subscriber;
    }
}
