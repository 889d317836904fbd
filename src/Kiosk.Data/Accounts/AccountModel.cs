using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kiosk.Data.Accounts;

/// <summary>Maps what ASP.NET Core Identity keeps, as far as the kiosk uses it: no claims, no logins elsewhere, no telephone numbers.</summary>
internal static class AccountModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.HasIndex(one => one.NormalizedEmail).IsUnique();
            user.Property(one => one.Id).ValueGeneratedNever();
            user.Property(one => one.ConcurrencyStamp).IsConcurrencyToken();
            user.Ignore(one => one.PhoneNumber).Ignore(one => one.PhoneNumberConfirmed).Ignore(one => one.Called);
        });
        model.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("UserPasskeys").HasKey(one => one.CredentialId);
            passkey.Property(one => one.Data).HasConversion(new PasskeyJson(), new SamePasskeyJson());
        });
        model.Entity<UserSession>().Property(session => session.Id).ValueGeneratedNever();
        model.Entity<AccountLink>().HasKey(link => link.Hash);
    }

    private static string Write(IdentityPasskeyData data) => JsonSerializer.Serialize(data);

    private static IdentityPasskeyData Read(string json) =>
        JsonSerializer.Deserialize<IdentityPasskeyData>(json) ?? throw new InvalidOperationException("A passkey in the archive has no data.");

    private sealed class PasskeyJson() : ValueConverter<IdentityPasskeyData, string>(data => Write(data), json => Read(json));

    /// <summary>Identity changes the data in place, so a snapshot is a copy.</summary>
    private sealed class SamePasskeyJson() : ValueComparer<IdentityPasskeyData>(
        (one, other) => one != null && other != null && Write(one) == Write(other), data => Write(data).GetHashCode(StringComparison.Ordinal), data => Read(Write(data)));
}
