using Kiosk.Data;
using Kiosk.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Accounts;

/// <summary>Erases somebody: her account, every row of hers in the archive, and the mails that lie waiting for her.</summary>
public sealed class Erasure(IDbContextFactory<KioskDb> archive, IPostman postman)
{
    /// <summary>Whatever references a user goes with her: the schema sees to that. Nothing of it stays behind in the files of SQLite either.</summary>
    /// <returns>False if there is no such person.</returns>
    public async Task<bool> EraseAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var email = await db.Users.Where(user => user.Id == id).Select(user => user.Email).SingleOrDefaultAsync(cancellation);
        if (email is null)
            return false;
        await db.Sources.Where(source => source.PausedBy == email).ExecuteUpdateAsync(set => set.SetProperty(source => source.PausedBy, (string?)null), cancellation);
        await db.AccountLinks.Where(link => link.Email == email).ExecuteDeleteAsync(cancellation);
        var shared = email.ToLowerInvariant();
        await db.ListMembers.Where(member => member.Email == shared).ExecuteDeleteAsync(cancellation);
        await db.Subscribers.Where(subscriber => subscriber.Email == shared).ExecuteDeleteAsync(cancellation);
        await db.LinkSuggestions.Where(suggestion => suggestion.Email == shared).ExecuteUpdateAsync(
            set => set.SetProperty(suggestion => suggestion.Email, (string?)null).SetProperty(suggestion => suggestion.MailDueAt, (DateTimeOffset?)null), cancellation);
        await db.Users.Where(user => user.Id == id).ExecuteDeleteAsync(cancellation);
        postman.Forget(email);
        // What was written lately stands in the write-ahead log too, until it is folded back.
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        return true;
    }
}
