using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Links that let somebody do one thing once. What stands in them is 256 random bits, of which only a hash is kept.</summary>
public sealed class AccountLinks(IDbContextFactory<KioskDb> archive, PublicAddress address, TimeProvider time)
{
    /// <summary>How long a mailed link to sign in, or to confirm an address, works.</summary>
    public static readonly TimeSpan SignInLasts = TimeSpan.FromMinutes(15);

    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>So many links may be under way to one address.</summary>
    private const int MostAtOnce = 5;

    /// <summary>Makes a link.</summary>
    /// <param name="user">For whom; null if there is no account yet.</param>
    /// <param name="email">Where it goes to; empty for the first operator.</param>
    /// <returns>The whole address of the link; null if enough links are under way to this address.</returns>
    public async Task<Uri?> MakeAsync(LinkPurpose purpose, Guid? user, string email, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.AccountLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        if (purpose is LinkPurpose.SignIn or LinkPurpose.Address && await db.AccountLinks.CountAsync(link => link.Email == email && link.Purpose == purpose, cancellation) >= MostAtOnce)
            return null;
        db.AccountLinks.Add(new AccountLink { Hash = Hash(secret), Purpose = purpose, UserId = user, Email = email, CreatedAt = now, ExpiresAt = now + Lasts(purpose) });
        await db.SaveChangesAsync(cancellation);
        return address.Of($"/inloggen/link/{secret}");
    }

    /// <summary>Costs what <see cref="MakeAsync"/> costs, and makes nothing that works: so that the time an answer takes does not tell who has an account.</summary>
    public async Task PretendAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.AccountLinks.Where(link => link.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        await db.AccountLinks.CountAsync(link => link.Email == "" && link.Purpose == LinkPurpose.SignIn, cancellation);
        db.AccountLinks.Add(new AccountLink { Hash = Hash(Guid.NewGuid().ToString()), Purpose = LinkPurpose.SignIn, Email = "", CreatedAt = now, ExpiresAt = now });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What a link is good for, leaving it as it is; null if it is used, expired or never was.</summary>
    public async Task<AccountLink?> FindAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (Hash(secret), time.GetUtcNow());
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.AccountLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Hash == hash && (link.ExpiresAt == null || link.ExpiresAt > now), cancellation);
    }

    /// <summary>Uses a link up. Of two that try at once, one succeeds.</summary>
    public async Task<bool> UseAsync(AccountLink link, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.AccountLinks.Where(one => one.Hash == link.Hash).ExecuteDeleteAsync(cancellation) == 1;
    }

    private static TimeSpan? Lasts(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Setup => null,
        LinkPurpose.Invitation => InvitationLasts,
        _ => SignInLasts,
    };

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
