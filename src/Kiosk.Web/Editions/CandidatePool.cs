using Kiosk.Data;
using Kiosk.Data.Changes;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>
/// The facts of every piece that is young enough for an edition, kept by this node for all its readers: some thousands, without any text. It follows the change feed, so that
/// each look reads only what changed since the last one.
/// </summary>
public sealed class CandidatePool(IDbContextFactory<KioskDb> archive) : IDisposable
{
    private const int BatchSize = 1_000;

    /// <summary>It is filled a day deeper than an edition looks, and once a day anew, so that what grew old goes.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Filling? _filling;

    /// <summary>All that can be seen, the newest first; some may lie in the future, or further back than an edition looks.</summary>
    public async Task<IReadOnlyList<PieceFacts>> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            await using var db = await archive.CreateDbContextAsync(cancellation);
            await db.Database.OpenConnectionAsync(cancellation);
            if (_filling is not { } filling || now - filling.At >= Lasts || now < filling.At || !await FollowAsync(db, filling, cancellation))
                _filling = await FillAsync(db, now, cancellation);
            return _filling.InOrder;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private static async Task<Filling> FillAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = now.AddDays(-Candidates.Days) - Lasts;
        var end = await ChangeFeed.EndAsync(db, cancellation);
        var ids = await db.Articles.Where(article => article.State == ArticleState.Visible && article.PublishedAt > since).Select(article => article.Id).ToListAsync(cancellation);
        var facts = await Candidates.FactsAsync(db, ids, within: null, cancellation);
        return new Filling(now, since, facts.ToDictionary(piece => piece.Id), end);
    }

    /// <summary>False if the feed no longer tells what changed.</summary>
    private static async Task<bool> FollowAsync(KioskDb db, Filling filling, CancellationToken cancellation)
    {
        while (true)
        {
            var batch = await ChangeFeed.ReadAsync(db, filling.Position, BatchSize, cancellation);
            if (batch.Gap)
                return false;
            if (batch.ArticleIds.Count == 0)
                return true;
            filling.Take(batch, await Candidates.FactsAsync(db, batch.ArticleIds, article => article.PublishedAt > filling.Since, cancellation));
        }
    }

    private sealed class Filling(DateTimeOffset at, DateTimeOffset since, Dictionary<long, PieceFacts> pieces, ChangePosition position)
    {
        private IReadOnlyList<PieceFacts>? _inOrder;

        public DateTimeOffset At => at;

        public DateTimeOffset Since => since;

        public ChangePosition Position { get; private set; } = position;

        public IReadOnlyList<PieceFacts> InOrder => _inOrder ??= [.. pieces.Values.OrderByDescending(piece => piece.PublishedAt).ThenByDescending(piece => piece.Id)];

        public void Take(ChangeBatch batch, IEnumerable<PieceFacts> now)
        {
            foreach (var id in batch.ArticleIds)
                pieces.Remove(id);
            foreach (var piece in now)
                pieces[piece.Id] = piece;
            (Position, _inOrder) = (batch.Position, null);
        }
    }
}
