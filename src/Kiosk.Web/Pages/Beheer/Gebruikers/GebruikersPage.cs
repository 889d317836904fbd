using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Pages.Beheer.Gebruikers;

/// <summary>Who has an account, and asking somebody in.</summary>
public sealed class GebruikersPage(IDbContextFactory<KioskDb> archive, Newcomers newcomers, AccountLinks links, Postbox post, IOptions<KioskOptions> options) : PageModel
{
    [FromQuery(Name = "pagina")]
    public string? Number { get; set; }

    /// <summary>Part of an address; null shows all.</summary>
    [FromQuery(Name = "q")]
    public string? Wanted { get; set; }

    public IReadOnlyList<UserRow> Users { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public string? Problem { get; private set; }

    public string? Invited { get; private set; }

    /// <summary>What was typed and chosen for an invitation that could not be sent, so that nobody types it again.</summary>
    public (string? Address, string? Role) Unsent { get; private set; }

    /// <summary>Who may come in without being asked, in words.</summary>
    public string DoorInWords => Registration.Parse(options.Value.Registration) switch
    {
        { Everybody: true } => "Iedereen kan zelf een account maken.",
        { Domains: [_, ..] domains } => $"Wie een adres heeft bij {string.Join(" of ", domains)} kan zelf een account maken. Anderen nodig je uit.",
        _ => "Alleen wie je uitnodigt, krijgt een account.",
    };

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task OnPostAsync([FromForm(Name = "adres")] string? typed, [FromForm(Name = "rol")] string? role, CancellationToken cancellation)
    {
        Problem = EmailAddress.Parse(typed) is not { } address ? "Dit is geen e-mailadres. Controleer het, bijvoorbeeld: naam@gemeente.nl."
            : !Names.TryParse<Role>(role, out var chosen) ? "Kies een rol."
            : await InviteAsync(address, chosen, cancellation) ? null
            : "Dit adres heeft al een account.";
        Invited = Problem is null ? EmailAddress.Parse(typed) : null;
        Unsent = Problem is null ? default : (typed, role);
        await LoadAsync(cancellation);
    }

    private async Task<bool> InviteAsync(string address, Role role, CancellationToken cancellation)
    {
        if (await newcomers.AddAsync(address, role, confirmed: false) is not { } user)
            return false;
        post.Drop(AccountLetters.Invitation(address, (await links.MakeAsync(LinkPurpose.Invitation, user.Id, address, cancellation))!));
        return true;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var part = Wanted?.Trim().ToUpperInvariant();
        var users = string.IsNullOrEmpty(part) ? db.Users : db.Users.Where(user => user.NormalizedEmail!.Contains(part));
        Paging = Paging.Of(Number, await users.CountAsync(cancellation), page => $"/beheer/gebruikers?pagina={page}{(string.IsNullOrEmpty(part) ? "" : $"&q={Uri.EscapeDataString(Wanted!)}")}");
        Users = await users.OrderBy(user => user.NormalizedEmail).Skip(Paging.Skip).Take(Paging.PerPage).Select(UserRow.Projection(db)).ToListAsync(cancellation);
    }
}
