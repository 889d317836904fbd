using Microsoft.AspNetCore.Identity;

namespace Kiosk.Data.Accounts;

/// <summary>
/// Somebody with an account. ASP.NET Core Identity keeps password, lock-out and second step; the address is also the user name.
/// Whatever belongs to a person stands in a table of <see cref="PersonalTables"/> and goes when this row goes.
/// </summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>As she wants to be called; empty until she says so.</summary>
    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When an operator shut her out; null if she may come in.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>True if she asked the kiosk to remember what she reads. Without it, nothing of that is stored.</summary>
    public bool KeepsHistory { get; set; }

    /// <summary>The time step (RFC 6238) of the last authenticator code that was accepted: a code opens the door once. 0 before the first.</summary>
    public long AuthenticatorStep { get; set; }

    /// <summary>What to call her on screen: her name, or else her address.</summary>
    public string Called => Name.Length > 0 ? Name : Email ?? "";
}
