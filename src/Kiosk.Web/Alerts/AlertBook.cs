using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Search.Queries;
using Kiosk.Web.Lists;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Alerts;

/// <summary>What a reader does with her alerts. Whatever is not hers is passed over.</summary>
public sealed class AlertBook(IDbContextFactory<KioskDb> archive, AlertClock clock, TimeProvider time)
{
    /// <summary>What is wrong with a question that should wait, in Dutch; null if nothing.</summary>
    public static string? ProblemOf(string query)
    {
        if (query.Length is 0 or > Alert.LongestQuery)
            return query.Length == 0 ? "Typ de woorden waar het over moet gaan." : $"Maak het korter: hooguit {Alert.LongestQuery} tekens.";
        var parsed = Query.Parse(query, out var notes);
        return notes.Count > 0 ? string.Join(' ', notes) : parsed is AllQuery ? "Hier past alles bij. Typ een woord waar het over moet gaan." : null;
    }

    /// <summary>Makes an alert that finds what is published from now on. One with the same question is not made twice; one that was thrown away does not count.</summary>
    /// <returns>Its number, or what is wrong, in Dutch.</returns>
    public async Task<(long? Made, string? Problem)> AddAsync(Guid user, string? typed, bool exactly, AlertPace pace, CancellationToken cancellation)
    {
        var (query, now) = (ListShelf.Text(typed, Alert.LongestQuery + 1), time.GetUtcNow());
        if (ProblemOf(query) is { } problem)
            return (null, problem);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var mine = await db.Alerts.Where(alert => alert.UserId == user).ToListAsync(cancellation);
        if (mine.Find(alert => alert.Query == query && alert.Exactly == exactly && alert.RemovedAt is null) is { } known)
            return (known.Id, null);
        if (mine.Count(alert => alert.RemovedAt is null) >= Alert.MostOfOne)
            return (null, $"Je hebt al {Alert.MostOfOne} attenderingen. Haal er eerst een weg.");
        var made = new Alert { UserId = user, Query = query, Exactly = exactly, Pace = pace, SincePublication = await NewestAsync(db, cancellation), CreatedAt = now, ChangedAt = now };
        db.Alerts.Add(made);
        await db.SaveChangesAsync(cancellation);
        return (made.Id, null);
    }

    /// <summary>Changes the question and how soon she hears of it. What an alert without mail found before it got mail stays out of letters.</summary>
    /// <returns>What is wrong, in Dutch; null if it went well.</returns>
    public async Task<string?> ChangeAsync(Guid user, long id, string? typed, bool exactly, AlertPace pace, CancellationToken cancellation)
    {
        var (query, now) = (ListShelf.Text(typed, Alert.LongestQuery + 1), time.GetUtcNow());
        if (ProblemOf(query) is { } problem)
            return problem;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Alerts.Include(alert => alert.User).SingleOrDefaultAsync(alert => alert.Id == id && alert.UserId == user && alert.RemovedAt == null, cancellation) is not { } alert)
            return "Deze attendering is er niet meer.";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if ((alert.Query, alert.Exactly) != (query, exactly))
            (alert.Query, alert.Exactly, alert.ChangedAt, alert.SincePublication) = (query, exactly, now, await NewestAsync(db, cancellation));
        if (alert.Pace != pace)
        {
            if (alert.Pace == AlertPace.Niet)
                await LeaveOutAsync(db, alert, now, cancellation);
            var waits = await db.AlertFinds.AnyAsync(find => find.AlertId == id && find.LetterId == null, cancellation);
            var days = await AlertClock.DaysAsync(db, [alert.User!.Email], cancellation);
            (alert.Pace, alert.NextLetterAt) = (pace, waits ? clock.Next(pace, alert.LastLetterAt, days.Count > 0 ? days.Values.Single() : AlertClock.UsualDay, now) : null);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>While it is off it finds nothing; once it is on again, what is published from then on.</summary>
    public async Task SwitchAsync(Guid user, long id, bool on, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await SwitchAsync(db, db.Alerts.Where(alert => alert.Id == id && alert.UserId == user), on, cancellation);
    }

    /// <summary>Switches an alert off for who has the link of a letter.</summary>
    public async Task SwitchOffAsync(long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await SwitchAsync(db, db.Alerts.Where(alert => alert.Id == id), on: false, cancellation);
    }

    /// <summary>Throws it away, for <see cref="AlertTrim.Keeps"/> not for good.</summary>
    public async Task RemoveAsync(Guid user, long id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Alerts.Where(alert => alert.Id == id && alert.UserId == user && alert.RemovedAt == null).ExecuteUpdateAsync(set => set.SetProperty(alert => alert.RemovedAt, now), cancellation);
    }

    public async Task RestoreAsync(Guid user, long id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Alerts.Where(alert => alert.Id == id && alert.UserId == user && alert.RemovedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(alert => alert.RemovedAt, (DateTimeOffset?)null).SetProperty(alert => alert.ChangedAt, now), cancellation);
    }

    /// <summary>Gives its feed an address, or another one: the old address is dead then. Or takes it away.</summary>
    public async Task AddressAsync(Guid user, long id, bool wanted, CancellationToken cancellation)
    {
        var key = wanted ? ListAccess.NewKey() : null;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await db.Alerts.Where(alert => alert.Id == id && alert.UserId == user && alert.RemovedAt == null).ExecuteUpdateAsync(set => set.SetProperty(alert => alert.FeedKey, key), cancellation);
    }

    /// <summary>Notes of what waits for a letter that none will tell it.</summary>
    private static async Task LeaveOutAsync(KioskDb db, Alert alert, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await db.AlertFinds.AnyAsync(find => find.AlertId == alert.Id && find.LetterId == null, cancellation))
            return;
        var none = new AlertLetter { AlertId = alert.Id, UserId = alert.UserId, MadeAt = now, Reason = "Gevonden toen deze attendering niet mailde." };
        db.AlertLetters.Add(none);
        await db.SaveChangesAsync(cancellation);
        await db.AlertFinds.Where(find => find.AlertId == alert.Id && find.LetterId == null).ExecuteUpdateAsync(set => set.SetProperty(find => find.LetterId, none.Id), cancellation);
    }

    private async Task SwitchAsync(KioskDb db, IQueryable<Alert> alerts, bool on, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!on)
        {
            await alerts.Where(alert => alert.PausedAt == null).ExecuteUpdateAsync(set => set.SetProperty(alert => alert.PausedAt, now), cancellation);
            return;
        }

        var newest = await NewestAsync(db, cancellation);
        await alerts.Where(alert => alert.PausedAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(alert => alert.PausedAt, (DateTimeOffset?)null).SetProperty(alert => alert.ChangedAt, now).SetProperty(alert => alert.SincePublication, newest), cancellation);
    }

    private static async Task<long> NewestAsync(KioskDb db, CancellationToken cancellation) => await db.ArticlePublications.MaxAsync(publication => (long?)publication.Id, cancellation) ?? 0;
}
