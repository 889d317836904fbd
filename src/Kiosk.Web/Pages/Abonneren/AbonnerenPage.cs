using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Welkom;
using Kiosk.Web.Reading;
using Kiosk.Web.Subscribing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Abonneren;

/// <summary>Subscribing to the weekly digest, without an account. What this page answers never tells whether an address is known.</summary>
public sealed class AbonnerenPage(IDbContextFactory<KioskDb> archive, Subscriptions subscriptions) : PageModel
{
    [FromForm(Name = "adres")]
    public string? Address { get; set; }

    /// <summary>People do not see this field; programs that fill in whatever they find do.</summary>
    [FromForm(Name = "website")]
    public string? Trap { get; set; }

    [FromForm]
    public SubscriptionForm Form { get; set; } = new();

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public bool AddressIsWrong { get; private set; }

    public bool LacksTopics { get; private set; }

    /// <summary>True once a mail to confirm is under way.</summary>
    public bool Asked { get; private set; }

    public SubscriptionFields Fields => new(Form, Topics, HasLength: false, LacksTopics);

    public async Task OnGetAsync([FromQuery(Name = "onderwerp")] string[]? topics, CancellationToken cancellation)
    {
        // Whoever chose topics for Vandaag on this device need not choose them again.
        Form = new SubscriptionForm { Topics = topics is { Length: > 0 } ? topics : [.. DeviceChoice.Of(Request)?.Topics ?? []], Day = DutchTime.Weekday(Subscription.UsualDay) };
        await ReadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var (email, wanted) = (EmailAddress.Parse(Address), await Form.ReadAsync(db, cancellation));
        (AddressIsWrong, LacksTopics) = (email is null, wanted is null);
        if (email is null || wanted is null)
            return Page();
        if (string.IsNullOrEmpty(Trap))
            await subscriptions.AskAsync(email, wanted, cancellation);
        Asked = true;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).ToListAsync(cancellation);
    }
}
