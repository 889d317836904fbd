using System.Security.Claims;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Kiosk.Web.Accounts;

/// <summary>Lets people in: by password, by link, by passkey, and by a code as the second step.</summary>
public sealed class Door(UserManager<User> users, SignInManager<User> ceremonies, Sessions sessions, AccountLinks links, Newcomers newcomers, TimeProvider time)
{
    private static readonly User Nobody = new();

    /// <summary>Checked when there is no account or no password, so that the answer takes as long.</summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<Entry> ByPasswordAsync(HttpContext http, string? email, string? password)
    {
        var user = EmailAddress.Parse(email) is { } address ? await users.FindByEmailAsync(address) : null;
        return await IsPasswordRightAsync(user, password, http.RequestAborted) && user is not null ? await EnterAsync(http, user, proven: 1) : Entry.Refused;
    }

    /// <summary>Uses a link up, and makes the account if it is for somebody new.</summary>
    /// <param name="email">Of the first operator; null for all other links, which know the address.</param>
    public async Task<Entry> ByLinkAsync(HttpContext http, AccountLink link, string? email)
    {
        if (!await links.UseAsync(link, http.RequestAborted))
            return Entry.Refused;
        var user = await newcomers.WelcomeAsync(link, email, http.RequestAborted);
        return user is null ? Entry.Refused : await EnterAsync(http, user, proven: 1);
    }

    /// <summary>A passkey that checked its owner by fingerprint, face or code is two proofs in one; a bare one is the first.</summary>
    /// <param name="credential">What the browser answered, as JSON.</param>
    public async Task<Entry> ByPasskeyAsync(HttpContext http, string credential)
    {
        return await ReadPasskeyAsync(credential) is { } shown ? await EnterAsync(http, shown.User, proven: shown.IsTwoProofs ? 2 : 1) : Entry.Refused;
    }

    /// <summary>Whether somebody who is signed in proves to be herself once more; if so, her session says so.</summary>
    public async Task<bool> ProveAsync(Visitor visitor, string? password, string? code, string? credential, CancellationToken cancellation)
    {
        var user = await users.FindByIdAsync(visitor.Id.ToString()) ?? throw new InvalidOperationException("Who is signed in has an account.");
        var shown = string.IsNullOrEmpty(credential) ? null : await ReadPasskeyAsync(credential);
        var isHers = shown is not null && shown.User.Id == user.Id;
        var byCode = !isHers && !string.IsNullOrEmpty(code) && await IsCodeRightAsync(user, code);
        if (!isHers && !byCode && (string.IsNullOrEmpty(password) || !await IsPasswordRightAsync(user, password, cancellation)))
            return false;
        await sessions.ProveAsync(visitor.Session, byCode || (isHers && shown!.IsTwoProofs), cancellation);
        return true;
    }

    /// <summary>The second step: a code of the authenticator, or one of the recovery codes.</summary>
    public async Task<Entry> ByCodeAsync(HttpContext http, string? code)
    {
        if (await WaitingAsync(http) is not { } user)
            return Entry.Refused;
        if (!await IsCodeRightAsync(user, code ?? ""))
            return Entry.SecondStep;
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await EnterAsync(http, user, proven: 2);
    }

    /// <summary>Who did the first step and has yet to do the second; null if nobody.</summary>
    public async Task<User?> WaitingAsync(HttpContext http)
    {
        var first = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return first.Principal?.FindFirstValue(ClaimTypes.Name) is { } id ? await users.FindByIdAsync(id) : null;
    }

    /// <summary>Whether a password is somebody's. Wrong ones are counted, and after too many no password is right for a while.</summary>
    /// <param name="user">Null takes as long and is never right.</param>
    public async Task<bool> IsPasswordRightAsync(User? user, string? password, CancellationToken cancellation)
    {
        var typed = password is { Length: <= PasswordRules.Longest } ? password : "";
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, typed);
            await links.PretendAsync(cancellation);
            return false;
        }

        var right = await users.CheckPasswordAsync(user, typed);
        return await CountAsync(user, right, cancellation);
    }

    /// <summary>Whether a code is right at this moment, and was not used before. Wrong ones are counted as wrong passwords are.</summary>
    public async Task<bool> IsCodeRightAsync(User user, string code)
    {
        var key = await users.GetAuthenticatorKeyAsync(user);
        if (key is not null && Totp.Match(key, code, time.GetUtcNow(), user.AuthenticatorStep) is { } step)
        {
            user.AuthenticatorStep = step;
            return await CountAsync(user, (await users.UpdateAsync(user)).Succeeded, CancellationToken.None);
        }

        var recovered = user.TwoFactorEnabled && !await users.IsLockedOutAsync(user) && (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.Trim().ToUpperInvariant())).Succeeded;
        return await CountAsync(user, recovered, CancellationToken.None);
    }

    /// <summary>Whose passkey this is; null if it is nobody's, or if nobody asked for one.</summary>
    private async Task<ShownPasskey?> ReadPasskeyAsync(string credential)
    {
        try
        {
            var asserted = await ceremonies.PerformPasskeyAssertionAsync(credential);
            return asserted.Succeeded && (await users.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey)).Succeeded
                ? new ShownPasskey(asserted.User, asserted.Passkey.IsUserVerified)
                : null;
        }
        catch (InvalidOperationException)
        {
            // Identity's way to say that no ceremony is under way: the cookie ran out, or somebody made this up.
            return null;
        }
    }

    private async Task<bool> CountAsync(User user, bool right, CancellationToken cancellation)
    {
        if (await users.IsLockedOutAsync(user))
        {
            await links.PretendAsync(cancellation);
            return false;
        }

        if (!right)
            await users.AccessFailedAsync(user);
        else if (user.AccessFailedCount > 0)
            await users.ResetAccessFailedCountAsync(user);
        return right;
    }

    private async Task<Entry> EnterAsync(HttpContext http, User user, int proven)
    {
        if (user.BlockedAt is not null)
            return Entry.Refused;
        if (user.TwoFactorEnabled && proven < 2)
        {
            var first = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme);
            await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(first));
            return Entry.SecondStep;
        }

        // Signing in again on the same device takes the place of what was.
        if (Visitor.Of(http.User) is { } before)
            await sessions.EndAsync(before.Id, before.Session, http.RequestAborted);
        var session = await sessions.OpenAsync(user.Id, Device.Of(http.Request), proven > 1, http.RequestAborted);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, Visitor.Ticket(session.Id), new AuthenticationProperties { IsPersistent = true });
        return Entry.Entered;
    }

    private sealed record ShownPasskey(User User, bool IsTwoProofs);
}
