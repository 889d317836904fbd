using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Operations;

/// <summary>
/// Numbers of the archive for checks, the operator's page and metrics alike. Who asks again within some seconds gets the same reading; the count of all
/// articles, which takes a large archive long, is kept for a hundred times as long as it took.
/// </summary>
public sealed class ArchiveReading(IDbContextFactory<KioskDb> factory, TimeProvider time) : IDisposable
{
    /// <summary>Failures in a row from which a source wants attention.</summary>
    public const int ManyFailures = 5;

    /// <summary>A source that is due for longer than this is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(2);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private const int LongerThanItTook = 100;

    private readonly SemaphoreSlim _turn = new(1);
    private (DateTimeOffset At, ArchiveNumbers Numbers)? _last;
    private (DateTimeOffset At, TimeSpan For, int Count)? _articles;

    /// <exception cref="System.Data.Common.DbException">The archive does not answer.</exception>
    public async Task<ArchiveNumbers> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (_last is not { } last || now - last.At >= Fresh || now < last.At)
                _last = last = (now, await CountAsync(now, cancellation));
            return last.Numbers;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ArchiveNumbers> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var articles = await ArticlesAsync(db, now, cancellation);
        var late = now - Late;
        // A group of one: all sources in one question.
        var sources = await db.Sources.Where(Source.IsVisited).GroupBy(_ => 1).Select(all => new
        {
            All = all.Count(),
            Failing = all.Count(source => source.FailureCount > 0),
            FailingLong = all.Count(source => source.FailureCount >= ManyFailures),
            Due = all.Count(source => source.NextCheckAt < now),
            Late = all.Count(source => source.NextCheckAt < late),
            Oldest = all.Min(source => (DateTimeOffset?)source.NextCheckAt),
        }).SingleOrDefaultAsync(cancellation);
        return new ArchiveNumbers(articles, sources?.All ?? 0, sources?.Failing ?? 0, sources?.FailingLong ?? 0, sources?.Due ?? 0, sources?.Late ?? 0,
            sources?.Oldest is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero, await QueueState.ReadAsync(db, now, cancellation));
    }

    private async Task<int> ArticlesAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        if (_articles is { } kept && now >= kept.At && now - kept.At < kept.For)
            return kept.Count;
        var start = time.GetTimestamp();
        var count = await db.Articles.CountAsync(cancellation);
        _articles = (now, LongerThanItTook * time.GetElapsedTime(start), count);
        return count;
    }
}

/// <param name="Articles">In the archive, some time ago if these are many.</param>
/// <param name="Sources">That are visited.</param>
/// <param name="Failing">Sources whose last visit failed.</param>
/// <param name="FailingLong">Sources that failed <see cref="ArchiveReading.ManyFailures"/> times in a row or more.</param>
/// <param name="Due">Sources whose time has come.</param>
/// <param name="Late">Sources whose time came longer than <see cref="ArchiveReading.Late"/> ago.</param>
/// <param name="MostOverdue">How long the most overdue source waits; zero if none is due.</param>
/// <param name="Queues">What waits besides sources.</param>
public sealed record ArchiveNumbers(int Articles, int Sources, int Failing, int FailingLong, int Due, int Late, TimeSpan MostOverdue, IReadOnlyList<QueueState> Queues)
{
    /// <summary>Pages that wait to be read.</summary>
    public int Pages => Queues.FirstOrDefault(queue => queue.Name == "pages")?.Length ?? 0;
}
