using Kiosk.Data;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>Writes to readers who want to hear of it that something on their lists was replaced: one mail for all that is due.</summary>
public sealed class ReplacementPost(IDbContextFactory<KioskDb> archive, Postbox box, PublicAddress address, TimeProvider time)
{
    private const int MostAtOnce = 100;

    /// <summary>A line goes in the transaction in which its letter goes into the box: it is neither sent twice nor forgotten when the box is full.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var due = await db.ReplacementLetters.AsNoTracking().Where(letter => letter.DueAt <= now)
            .Join(db.Users, letter => letter.UserId, user => user.Id, (letter, user) => new { letter.UserId, user.Email, letter.ArticleId, letter.Article!.Title, letter.Article.ReplacedBy })
            .OrderBy(letter => letter.UserId).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var mine in due.GroupBy(letter => (letter.UserId, letter.Email)))
        {
            var ids = mine.Select(letter => letter.ArticleId).ToList();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var taken = await db.ReplacementLetters.Where(letter => letter.UserId == mine.Key.UserId && ids.Contains(letter.ArticleId)).ExecuteDeleteAsync(cancellation);
            var titles = mine.Where(letter => letter.ReplacedBy is not null).Select(letter => letter.Title).ToList();
            if (taken < ids.Count || (titles.Count > 0 && mine.Key.Email is { } to && !box.Drop(Letter(to, titles))))
                continue;
            await transaction.CommitAsync(cancellation);
        }
    }

    private Letter Letter(string to, List<string> titles) => new(
        to,
        titles.Count == 1 ? "Een stuk dat je bewaarde is vervangen" : "Stukken die je bewaarde zijn vervangen",
        [$"Dit bewaarde je op een lijst, en er is nu iets nieuws voor in de plaats: {string.Join("; ", titles.Select(title => $"‘{title}’"))}."],
        (address.Of("/mijn-kiosk"), "Bekijk wat ervoor in de plaats kwam"),
        ["Je krijgt deze mail omdat je dat in Mijn kiosk hebt aangezet. Daar zet je hem ook weer uit."]);
}
