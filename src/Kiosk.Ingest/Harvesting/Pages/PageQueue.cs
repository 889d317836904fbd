using System.Text.Json;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>The pages and reports that are still to be read, shared among nodes: each is read by whoever claimed it.</summary>
public sealed class PageQueue(IDbContextFactory<KioskDb> factory, WriteTurn turn, HarvestOptions node, TimeProvider time)
{
    /// <summary>How long it is remembered that a page was given up or filtered out.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Puts items in line whose pages are to be read. What stands there already is left alone, unless the source changed it.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="wanted">Items and their addresses.</param>
    /// <param name="still">Called at the start of the transaction, with its context; false gives up, and nothing is written.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Those that were put in line now.</returns>
    public async Task<IReadOnlyList<Candidate>> AddAsync(
        int sourceId, IReadOnlyCollection<(Candidate Candidate, string Url)> wanted, Func<KioskDb, Task<bool>> still, CancellationToken cancellation)
    {
        if (wanted.Count == 0)
            return [];
        var rows = wanted.Select(each => (each.Candidate, Row: RowOf(sourceId, each.Candidate, each.Url))).DistinctBy(each => each.Row.Name).ToList();
        var names = rows.ConvertAll(each => each.Row.Name);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var known = await db.PagesToRead.AsNoTracking().Where(page => page.SourceId == sourceId && names.Contains(page.Name))
            .ToDictionaryAsync(page => page.Name, page => new { page.Id, page.ContentHash }, StringComparer.Ordinal, cancellation);
        rows.RemoveAll(each => known.TryGetValue(each.Row.Name, out var page) && page.ContentHash == each.Row.ContentHash);
        if (rows.Count == 0)
            return [];
        var stale = rows.Where(each => known.ContainsKey(each.Row.Name)).Select(each => known[each.Row.Name].Id).ToList();
        using var held = await turn.TakeAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await still(db))
            throw new LeaseLostException();
        if (stale.Count > 0)
            await db.PagesToRead.Where(page => stale.Contains(page.Id)).ExecuteDeleteAsync(cancellation);
        db.PagesToRead.AddRange(rows.Select(each => each.Row));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return rows.ConvertAll(each => each.Candidate);
    }

    /// <summary>Forgets what was given up or filtered out: the source is read afresh, with other settings.</summary>
    public async Task ForgetSettledAsync(int sourceId, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var settled = db.PagesToRead.Where(page => page.SourceId == sourceId && page.Item == null);
        // To delete nothing would still wait for whoever is writing.
        if (await settled.AnyAsync(cancellation))
            await settled.ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Forgets what was settled half a year ago.</summary>
    public async Task TrimAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var before = time.GetUtcNow() - Remembered;
        await db.PagesToRead.Where(page => page.Item == null && page.ChangedAt < before).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The hosts that have pages whose time has come, in any order.</summary>
    /// <param name="withReports">Whether those count that wait for a program to read them.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<List<string>> HostsDueAsync(bool withReports, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await Due(db, withReports).Select(page => page.Host).Distinct().ToListAsync(cancellation);
    }

    /// <summary>Pages of a host whose time has come, the longest waiting first.</summary>
    public async Task<List<PageDue>> DueAsync(string host, int most, bool withReports, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        return await Due(db, withReports).Where(page => page.Host == host).OrderBy(page => page.NextAttemptAt).ThenBy(page => page.Id)
            .Take(most).Select(page => new PageDue(page.Id, page.NextAttemptAt)).ToListAsync(cancellation);
    }

    /// <summary>Takes a page to read it, with its source and the source's topics; null if another node was first. Counts as an attempt.</summary>
    public async Task<PageToRead?> ClaimAsync(PageDue due, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        using var held = await turn.TakeAsync(cancellation);
        var until = LeaseMoment.After(node.Lease, time);
        var claimed = await db.PagesToRead.Where(page => page.Id == due.Id && page.NextAttemptAt == due.NextAttemptAt && page.Item != null)
            .ExecuteUpdateAsync(set => set.SetProperty(page => page.NextAttemptAt, until).SetProperty(page => page.Attempts, page => page.Attempts + 1), cancellation);
        return claimed == 0 ? null : await db.PagesToRead.AsNoTracking().Include(page => page.Source!.Topics)
            .SingleOrDefaultAsync(page => page.Id == due.Id && page.NextAttemptAt == until, cancellation);
    }

    /// <summary>Reads a claimed page, and keeps it claimed meanwhile, however long the host lets wait and the report takes.</summary>
    /// <exception cref="LeaseLostException">Another node has it, or may have it any moment.</exception>
    public Task<T> HoldAsync<T>(PageToRead claimed, Func<CancellationToken, Task<T>> read, CancellationToken cancellation) => LeaseMoment.HoldAsync(
        factory,
        node.Lease,
        (db, until, beat) => Mine(db, claimed).ExecuteUpdateAsync(set => set.SetProperty(page => page.NextAttemptAt, until), beat),
        until => claimed.NextAttemptAt = until,
        read,
        time,
        cancellation);

    /// <summary>The candidate that a page was put in line for; null if this version cannot read it.</summary>
    public static Candidate? CandidateOf(PageToRead page)
    {
        try
        {
            return JsonSerializer.Deserialize<Item>(page.Item!, Json) is { } item ? new Candidate(item, page.Aliases, page.ContentHash) { IsPartial = true } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes a page that was read off the list, inside the caller's transaction; false if the claim was lost, and then the caller must not write.</summary>
    public static async Task<bool> TakeOffAsync(KioskDb db, PageToRead claimed, CancellationToken cancellation) =>
        await Mine(db, claimed).ExecuteDeleteAsync(cancellation) == 1;

    /// <summary>As <see cref="TakeOffAsync"/>, where nothing else is to be written.</summary>
    public async Task TakeOffAsync(PageToRead claimed, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await TakeOffAsync(db, claimed, cancellation);
    }

    /// <summary>Keeps a page on the list, to be tried again.</summary>
    /// <param name="claimed">The page.</param>
    /// <param name="state">Why it stays.</param>
    /// <param name="message">The reason in Dutch; null leaves the earlier one.</param>
    /// <param name="next">When it is due again.</param>
    /// <param name="countsAttempt">False if this attempt does not count.</param>
    public async Task PutBackAsync(PageToRead claimed, PageState state, string? message, DateTimeOffset next, bool countsAttempt = true)
    {
        // Not cancelled with the round: what was found must be written down.
        await using var db = await factory.CreateDbContextAsync();
        var attempts = countsAttempt ? claimed.Attempts : claimed.Attempts - 1;
        await Mine(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(page => page.State, state).SetProperty(page => page.Message, page => message ?? page.Message)
            .SetProperty(page => page.NextAttemptAt, next).SetProperty(page => page.Attempts, attempts).SetProperty(page => page.ChangedAt, time.GetUtcNow()));
    }

    /// <summary>Ends a page: it is remembered with the reason, and not tried again.</summary>
    public async Task SettleAsync(PageToRead claimed, PageState state, string message)
    {
        await using var db = await factory.CreateDbContextAsync();
        await Mine(db, claimed).ExecuteUpdateAsync(set => set
            .SetProperty(page => page.State, state).SetProperty(page => page.Message, message)
            .SetProperty(page => page.Item, (string?)null).SetProperty(page => page.ChangedAt, time.GetUtcNow()));
    }

    private IQueryable<PageToRead> Due(KioskDb db, bool withReports)
    {
        var now = time.GetUtcNow();
        return db.PagesToRead.AsNoTracking().Where(page => page.Item != null && page.Source!.Enabled && page.NextAttemptAt <= now
            && (withReports || page.State != PageState.NeedsProgram));
    }

    private static IQueryable<PageToRead> Mine(KioskDb db, PageToRead claimed) =>
        db.PagesToRead.Where(page => page.Id == claimed.Id && page.NextAttemptAt == claimed.NextAttemptAt);

    private PageToRead RowOf(int sourceId, Candidate candidate, string url) => new()
    {
        SourceId = sourceId,
        Name = Alias.Url(CanonicalUrl.Of(url)!),
        Url = url,
        Host = new Uri(url).Authority.ToLowerInvariant(),
        Item = JsonSerializer.Serialize(candidate.Item, Json),
        Aliases = [.. candidate.Aliases],
        ContentHash = candidate.ContentHash,
        NextAttemptAt = time.GetUtcNow(),
        ChangedAt = time.GetUtcNow(),
    };
}

/// <summary>A page whose time has come.</summary>
public sealed record PageDue(long Id, DateTimeOffset NextAttemptAt);
