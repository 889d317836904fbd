using System.Globalization;
using System.Security.Claims;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editorial;
using Microsoft.AspNetCore.Identity;

namespace Kiosk.Web.Accounts;

/// <summary>Who is signed in on this request, as the archive has it at this moment.</summary>
/// <param name="Name">What to call her: her name, or else her address.</param>
/// <param name="Session">The device she is signed in on: <see cref="UserSession.Id"/>.</param>
/// <param name="ProvenAt">When she last proved to be herself on this device.</param>
/// <param name="SecondFactor">True if she proved it in two ways.</param>
public sealed record Visitor(Guid Id, string Email, string Name, Role Role, Guid Session, DateTimeOffset ProvenAt, bool SecondFactor)
{
    /// <summary>What stands under a text that no editor puts her own name to.</summary>
    public const string AllEditors = "De redactie";

    private const string SessionClaim = "kiosk:session";
    private const string ProvenClaim = "kiosk:proven";
    private const string SecondFactorClaim = "kiosk:second-factor";

    /// <summary>One or two letters for the mark in the masthead.</summary>
    public string Initials => string.Concat(Name.Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var only] => only[..1],
        [var first, .., var last] => $"{first[0]}{last[0]}",
        _ => "?",
    }).ToUpperInvariant();

    /// <summary>What stands under what she publishes: her name, or else the editors as one. Never her address.</summary>
    public string Signature => Name == Email ? AllEditors : Name;

    /// <summary>What she does as an editor at this moment, to be recorded and undone together.</summary>
    public ActBatch Batch(DateTimeOffset now) => new(Id, Name, now);

    /// <summary>Null if nobody is signed in.</summary>
    public static Visitor? Of(ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
        ? null
        : new Visitor(
            Guid.Parse(id), principal.FindFirstValue(ClaimTypes.Email)!, principal.FindFirstValue(ClaimTypes.Name)!,
            principal.FindAll(ClaimTypes.Role).Select(claim => Names.TryParse<Role>(claim.Value, out var role) ? role : Role.Lezer).Max(),
            SessionOf(principal) ?? Guid.Empty,
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(principal.FindFirstValue(ProvenClaim)!, CultureInfo.InvariantCulture)),
            principal.HasClaim(claim => claim.Type == SecondFactorClaim));

    /// <summary>All that the cookie holds: which session this is. The rest is read from the archive at each request.</summary>
    public static ClaimsPrincipal Ticket(Guid session) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], IdentityConstants.ApplicationScheme));

    /// <summary>The session that a cookie names; null if it names none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal? principal) => Guid.TryParse(principal?.FindFirstValue(SessionClaim), out var id) ? id : null;

    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, Id.ToString()), new(ClaimTypes.Email, Email), new(ClaimTypes.Name, Name), new(SessionClaim, Session.ToString()),
            new(ProvenClaim, ProvenAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ], IdentityConstants.ApplicationScheme);
        identity.AddClaims(Enum.GetValues<Role>().Where(role => role <= Role).Select(role => new Claim(ClaimTypes.Role, Names.Of(role))));
        if (SecondFactor)
            identity.AddClaim(new Claim(SecondFactorClaim, "1"));
        return new ClaimsPrincipal(identity);
    }
}
