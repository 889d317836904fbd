using Kiosk.Data;
using Kiosk.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>The people who can let others in. There is always at least one.</summary>
public sealed class Operators(IDbContextFactory<KioskDb> archive)
{
    public Task<bool> AnyAsync(CancellationToken cancellation) => AnyButAsync(null, cancellation);

    /// <summary>Whether somebody is the only operator left.</summary>
    public async Task<bool> IsLastAsync(Guid user, CancellationToken cancellation) =>
        await AnyAsync(cancellation) && !await AnyButAsync(user, cancellation);

    private async Task<bool> AnyButAsync(Guid? except, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await db.Users.AnyAsync(user => user.Role == Role.Beheerder && user.BlockedAt == null && user.Id != except, cancellation);
    }
}
