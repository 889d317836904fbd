using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Tokens;

/// <summary>Makes, finds and takes back personal tokens. A token is 256 random bits behind a mark by which leaked ones are found; only a hash is kept.</summary>
public sealed class ApiTokens(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    public const string Prefix = "kiosk_";
    public const int LongestName = 100;
    public const int LongestDays = 366;

    private const int Most = 20;
    private const int HintLength = 10;

    /// <summary>Used more often than this is not written down each time.</summary>
    private static readonly TimeSpan UseIsKept = TimeSpan.FromMinutes(5);

    /// <summary>Makes a token.</summary>
    /// <param name="days">How long it works.</param>
    /// <returns>The token, to be shown once; or what is wrong, in Dutch.</returns>
    public async Task<(string? Shown, string? Problem)> MakeAsync(Guid user, string? name, IReadOnlyList<ApiScope> scopes, int days, CancellationToken cancellation)
    {
        var called = (name ?? "").Trim();
        if (called.Length is 0 or > LongestName)
            return (null, $"Geef de sleutel een naam van hooguit {LongestName} tekens, bijvoorbeeld waar je hem voor gebruikt.");
        if (scopes.Count == 0)
            return (null, "Kies minstens een ding dat de sleutel mag.");
        if (days is < 1 or > LongestDays)
            return (null, "Kies hoe lang de sleutel werkt: hooguit een jaar.");
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.ApiTokens.CountAsync(token => token.UserId == user && token.RevokedAt == null && token.ExpiresAt > now, cancellation) >= Most)
            return (null, $"Je hebt al {Most} sleutels die werken. Trek er eerst een in.");
        var shown = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.ApiTokens.Add(new ApiToken { UserId = user, Name = called, Hash = Hash(shown), Hint = shown[..HintLength], Scopes = [.. scopes.Distinct().Order()], CreatedAt = now, ExpiresAt = now.AddDays(days) });
        await db.SaveChangesAsync(cancellation);
        return (shown, null);
    }

    /// <summary>The token with its owner, as they are now; null if it does not work (any more), or she may not come in.</summary>
    public async Task<ApiToken?> FindAsync(string shown, CancellationToken cancellation)
    {
        if (!shown.StartsWith(Prefix, StringComparison.Ordinal) || shown.Length > 200)
            return null;
        var (hash, now) = (Hash(shown), time.GetUtcNow());
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var token = await db.ApiTokens.AsNoTracking().Include(one => one.User)
            .SingleOrDefaultAsync(one => one.Hash == hash && one.RevokedAt == null && one.ExpiresAt > now && one.User!.BlockedAt == null, cancellation);
        if (token is not null && (token.LastUsedAt is not { } used || now - used > UseIsKept))
            await db.ApiTokens.Where(one => one.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), cancellation);
        return token;
    }

    /// <summary>Takes back a token of hers; it does not work from now on.</summary>
    /// <returns>False if she has no such token.</returns>
    public async Task<bool> RevokeAsync(Guid user, long id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.ApiTokens.Where(token => token.Id == id && token.UserId == user && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellation) == 1;
    }

    private static string Hash(string shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)));
}
