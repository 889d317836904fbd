using System.Security.Cryptography;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Identity's own store over the archive, save that tokens (the authenticator's key, the recovery codes) are encrypted at rest.</summary>
internal sealed class UserStore(KioskDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : UserOnlyStore<User, KioskDb, Guid>(db, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("kiosk.user-tokens");

    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    /// <summary>Null too if the key that it was encrypted with is gone: then she needs a recovery by an operator.</summary>
    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var value = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return value is null ? null : _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
