using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Http;
using Kiosk.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kiosk.Web.Pages.Inloggen;

/// <summary>By mailed link, by password, or by passkey. What this page answers never tells whether an address has an account.</summary>
public sealed class InloggenPage(Door door, SignInManager<User> ceremonies, UserManager<User> users, Newcomers newcomers, AccountLinks links, Postbox post) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [FromQuery(Name = "terug")]
    public string? Back { get; set; }

    [FromForm(Name = "adres")]
    public string? Address { get; set; }

    /// <summary>What was wrong, for people; null if nothing was.</summary>
    public string? Problem { get; private set; }

    /// <summary>True once a link has been asked for.</summary>
    public bool Asked { get; private set; }

    public string BackPath => LocalPath.Of(Back);

    public IActionResult OnGet() => Visitor.Of(User) is null ? Page() : LocalRedirect(BackPath);

    public async Task<IActionResult> OnPostWachtwoordAsync([FromForm(Name = "wachtwoord")] string? password)
    {
        Problem = "Dit adres en dit wachtwoord horen niet bij elkaar, of er is te vaak geprobeerd. Een link per mail werkt altijd.";
        return Led(await door.ByPasswordAsync(HttpContext, Address, password));
    }

    /// <summary>What the browser needs to let somebody show a passkey, as JSON.</summary>
    public async Task<IActionResult> OnPostPasskeyOptiesAsync() => Content(await ceremonies.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "passkey")] string? credential)
    {
        Problem = "Met deze passkey kun je hier niet inloggen. Kies een andere manier.";
        return Led(await door.ByPasskeyAsync(HttpContext, credential ?? ""));
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        if (EmailAddress.Parse(Address) is not { } address)
        {
            Problem = "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl.";
            return Page();
        }

        await MailLinkAsync(address, cancellation);
        Asked = true;
        return Page();
    }

    private IActionResult Led(Entry entry) => entry switch
    {
        Entry.Entered => LocalRedirect(BackPath),
        Entry.SecondStep => Redirect(SecondStep(BackPath)),
        _ => Page(),
    };

    internal static string SecondStep(string back) => $"/inloggen/tweede-stap?terug={Uri.EscapeDataString(back)}";

    private async Task MailLinkAsync(string address, CancellationToken cancellation)
    {
        var user = await users.FindByEmailAsync(address);
        if (user is { BlockedAt: not null } || (user is null && !newcomers.MayJoin(address)))
            await links.PretendAsync(cancellation);
        else if (await links.MakeAsync(LinkPurpose.SignIn, user?.Id, user?.Email ?? address, cancellation) is { } link)
            post.Drop(AccountLetters.SignIn(user?.Email ?? address, BackPath == "/" ? link : new Uri($"{link}?terug={Uri.EscapeDataString(BackPath)}")));
    }
}
