using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Indexing;

/// <summary>Keeps this node's search index equal to the archive by following the change feed; fills it from the articles when it is new.</summary>
public sealed partial class IndexFollower(IDbContextFactory<KioskDb> factory, SearchIndex index, ILogger<IndexFollower> logger) : IDisposable
{
    private const int BatchSize = 500;

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Applies everything that was committed before the call. Safe to call at any time, from anywhere.</summary>
    /// <param name="progress">Articles filled so far and in all, while the index is being filled; null if nobody looks.</param>
    /// <param name="cancellation">Stops between batches; what was applied stays.</param>
    /// <returns>Articles that were put in or taken out.</returns>
    public async Task<int> CatchUpAsync(IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await ApplyAllAsync(progress, cancellation);
        }
        catch (SearchIndexDamagedException)
        {
            // It was emptied by that; filling it is all the healing there is to do.
            LogDamaged();
            return await ApplyAllAsync(progress, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<int> ApplyAllAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        if (index.WasDamaged && index.Position is null)
            LogDamaged();
        var applied = index.Position is null ? await FillAsync(progress, cancellation) : 0;
        while (await FollowAsync(cancellation) is var changes and > 0)
            applied += changes;
        return applied;
    }

    private async Task<int> FollowAsync(CancellationToken cancellation)
    {
        if (index.Position is not { } position)
            return await FillAsync(progress: null, cancellation);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var batch = await ChangeFeed.ReadAsync(db, new ChangePosition(position.Transaction, position.Sequence), BatchSize, cancellation);
        if (batch.Gap)
        {
            LogGap();
            index.Rebuild();
            return await FillAsync(progress: null, cancellation);
        }

        if (batch.ArticleIds.Count == 0)
            return 0;
        var articles = await IndexedArticles.ReadAsync(db, Visible(db).Where(article => EF.Parameter(batch.ArticleIds).Contains(article.Id)), cancellation);
        index.Apply(articles, [.. batch.ArticleIds.Except(articles.Select(article => article.Id))], Position(batch.Position));
        return batch.ArticleIds.Count;
    }

    /// <summary>Copies all articles. The position is taken before and kept after, so a copy that was broken off starts anew.</summary>
    private async Task<int> FillAsync(IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var end = await ChangeFeed.EndAsync(db, cancellation);
        var total = await Visible(db).CountAsync(cancellation);
        var (done, last) = (0, 0L);
        var applying = Task.CompletedTask;
        while (true)
        {
            // The next articles are read while these are put in.
            var reading = IndexedArticles.ReadAsync(db, Visible(db).Where(article => article.Id > last).OrderBy(article => article.Id).Take(BatchSize), cancellation);
            await Task.WhenAll(reading, applying);
            var articles = await reading;
            progress?.Report((done, total));
            if (articles.Count == 0)
                break;
            applying = Task.Run(() => index.Apply(articles, [], position: null), CancellationToken.None);
            (done, last) = (done + articles.Count, articles[^1].Id);
        }

        index.Apply([], [], Position(end));
        if (done > 0)
            LogFilled(done);
        return done;
    }

    private static IQueryable<Article> Visible(KioskDb db) => db.Articles.Where(article => article.State == ArticleState.Visible);

    private static FeedPosition Position(ChangePosition position) => new(position.Transaction, position.Sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index no longer fits the archive's change feed (an older archive was put back, or the index stood still for long); it is filled anew")]
    private partial void LogGap();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index was damaged; it is filled anew from the archive")]
    private partial void LogDamaged();

    [LoggerMessage(Level = LogLevel.Information, Message = "Filled the search index with {Articles} articles")]
    private partial void LogFilled(int articles);
}
