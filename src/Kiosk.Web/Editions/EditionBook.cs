using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Search;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>
/// The editions of readers with an account. The first look of a day makes that day's edition and keeps it as rows, so that it stays as it is
/// whatever comes in later, and so that no piece comes twice.
/// </summary>
public sealed class EditionBook(IDbContextFactory<KioskDb> archive, SearchIndex index, CandidatePool pool, DutchTime time)
{
    /// <summary>How long the kiosk remembers which pieces a reader had.</summary>
    public const int KeptDays = 400;

    private const int StoryDays = 40;

    /// <summary>Today's, made if it is not there yet.</summary>
    public async Task<DayEdition> TodayAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await FindAsync(db, user, time.Today, cancellation) is { } made)
            return made;
        await MakeAsync(db, user, cancellation);
        return await FindAsync(db, user, time.Today, cancellation) ?? new DayEdition(time.Today, [], 0);
    }

    /// <summary>Lets go of today's edition, so that the next look makes it anew: for who has just said for the first time what she wants.</summary>
    public async Task StartAnewAsync(Guid user, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var today = time.Today;
        await db.EditionPieces.Where(piece => piece.UserId == user && piece.Day == today).ExecuteDeleteAsync(cancellation);
        await db.ReaderEditions.Where(edition => edition.UserId == user && edition.Day == today).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Takes a piece out of today's edition and puts the next best in its place.</summary>
    /// <returns>The piece that came; null if the other is not in the edition, or there is nothing to put in its place.</returns>
    public async Task<long?> SwapAsync(Guid user, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var today = time.Today;
        var pieces = await db.EditionPieces.Where(piece => piece.UserId == user && piece.Day == today).ToListAsync(cancellation);
        if (pieces.Find(piece => piece.ArticleId == article && piece.SwappedAt is null) is not { } old)
            return null;
        var taste = await ReadTasteAsync(db, user, cancellation);
        var present = await Candidates.FactsAsync(db, [.. pieces.Where(piece => piece.SwappedAt is null && piece != old).Select(piece => piece.ArticleId)], within: null, cancellation);
        var candidates = await Candidates.ReadAsync(db, pool, taste, time.Now, cancellation);
        var had = await HadAsync(db, user, candidates, cancellation);
        if (EditionChoice.Another(present, candidates.Where(had.LeavesOpen), taste, time.Now) is not { } next)
            return null;
        old.SwappedAt = time.Now;
        db.EditionPieces.Add(new EditionPiece { UserId = user, ArticleId = next.Piece.Id, Day = today, Position = old.Position, Why = next.Why, InPlaceOf = article });
        await db.SaveChangesAsync(cancellation);
        return next.Piece.Id;
    }

    /// <summary>Undoes <see cref="SwapAsync"/>: the piece that came goes, and may come another day.</summary>
    /// <returns>The piece that is back; null if this one was not swapped in today.</returns>
    public async Task<long?> SwapBackAsync(Guid user, long article, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var today = time.Today;
        var came = await db.EditionPieces.SingleOrDefaultAsync(piece => piece.UserId == user && piece.Day == today && piece.ArticleId == article && piece.SwappedAt == null, cancellation);
        if (came?.InPlaceOf is not { } before || await db.EditionPieces.SingleOrDefaultAsync(piece => piece.UserId == user && piece.ArticleId == before, cancellation) is not { } old)
            return null;
        old.SwappedAt = null;
        db.EditionPieces.Remove(came);
        await db.SaveChangesAsync(cancellation);
        return before;
    }

    /// <summary>The edition that would be made now; writes nothing.</summary>
    public async Task<(IReadOnlyList<ChosenPiece> Pieces, int LeftOver)> ChooseAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation); // Once for all that follows: opening sets a SQLite connection up each time.
        var size = await db.ReaderSettings.Where(settings => settings.UserId == user).Select(settings => (int?)settings.EditionSize).SingleOrDefaultAsync(cancellation) ?? ReaderSettings.UsualSize;
        var taste = await ReadTasteAsync(db, user, cancellation);
        var picked = await EditorsPicks.PiecesAsync(db, time.Today, cancellation);
        var candidates = await Candidates.ReadAsync(db, pool, taste, time.Now, cancellation);
        var had = await HadAsync(db, user, [.. picked.Select(pick => pick.Piece), .. candidates], cancellation);
        var scored = EditionChoice.Scored(candidates.Where(had.LeavesOpen), taste, time.Now);
        var chosen = EditionChoice.Choose(size, [.. picked.Where(pick => had.LeavesOpen(pick.Piece))], scored, taste);
        var taken = chosen.Select(piece => piece.Piece.Id).ToHashSet();
        return (chosen, scored.Count(one => !taken.Contains(one.Piece.Id) && one.Score.Reasons.Count > 0));
    }

    private Task<Taste> ReadTasteAsync(KioskDb db, Guid user, CancellationToken cancellation) =>
        TasteOf.ReadAsync(db, index, user, time.Today.AddDays(-Candidates.Days), cancellation);

    private static async Task<DayEdition?> FindAsync(KioskDb db, Guid user, DateOnly day, CancellationToken cancellation)
    {
        var edition = await db.ReaderEditions.AsNoTracking().SingleOrDefaultAsync(one => one.UserId == user && one.Day == day, cancellation);
        return edition is null ? null : new DayEdition(day, await db.EditionPieces.AsNoTracking()
            .Where(piece => piece.UserId == user && piece.Day == day && piece.SwappedAt == null)
            .OrderBy(piece => piece.Position).ToListAsync(cancellation), edition.LeftOver);
    }

    private async Task MakeAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        var today = time.Today;
        var (pieces, leftOver) = await ChooseAsync(db, user, cancellation);
        // An archive that is still empty is no edition: the first pieces may come in a minute.
        if (pieces.Count == 0 && !await db.Articles.AnyAsync(article => article.State == ArticleState.Visible, cancellation))
            return;
        db.ReaderEditions.Add(new ReaderEdition { UserId = user, Day = today, MadeAt = time.Now, LeftOver = leftOver });
        db.EditionPieces.AddRange(pieces.Select((piece, position) => new EditionPiece
        {
            UserId = user,
            ArticleId = piece.Piece.Id,
            Day = today,
            Position = position,
            Why = piece.Why,
            PickId = piece.PickId,
        }));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // She opened it in two windows at once; the other one was first, and its edition is the edition.
            return;
        }

        var oldest = today.AddDays(-KeptDays);
        await db.EditionPieces.Where(piece => piece.UserId == user && piece.Day < oldest).ExecuteDeleteAsync(cancellation);
        await db.ReaderEditions.Where(edition => edition.UserId == user && edition.Day < oldest).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What of these she had before, read elsewhere in the kiosk, or found of no use.</summary>
    private async Task<Had> HadAsync(KioskDb db, Guid user, IReadOnlyCollection<PieceFacts> pieces, CancellationToken cancellation)
    {
        var lately = time.Today.AddDays(-StoryDays);
        var (ids, stories) = (pieces.Select(piece => piece.Id).Distinct().ToArray(), pieces.Select(piece => piece.StoryId).OfType<long>().Distinct().ToArray());
        var articles = await db.EditionPieces.Where(piece => piece.UserId == user && EF.Parameter(ids).Contains(piece.ArticleId)).Select(piece => piece.ArticleId)
            .Union(db.Judgements.Where(judgement => judgement.UserId == user && judgement.Verdict != Verdict.Meer && EF.Parameter(ids).Contains(judgement.ArticleId)).Select(judgement => judgement.ArticleId))
            .Union(db.ReadingHistory.Where(item => item.UserId == user && EF.Parameter(ids).Contains(item.ArticleId)).Select(item => item.ArticleId))
            .ToListAsync(cancellation);
        var told = stories.Length == 0 ? [] : await db.Articles
            .Where(article => article.StoryId != null && EF.Parameter(stories).Contains(article.StoryId.Value))
            .Where(article => db.EditionPieces.Any(piece => piece.UserId == user && piece.ArticleId == article.Id && piece.Day >= lately))
            .Select(article => article.StoryId!.Value).ToListAsync(cancellation);
        return new Had(articles.ToHashSet(), told.ToHashSet());
    }

    private sealed record Had(HashSet<long> Articles, HashSet<long> Stories)
    {
        public bool LeavesOpen(PieceFacts piece) => !Articles.Contains(piece.Id) && !(piece.StoryId is { } story && Stories.Contains(story));
    }
}

/// <summary>A reader's edition of a day.</summary>
/// <param name="Pieces">In order, without those that she swapped.</param>
/// <param name="LeftOver">What fits her but found no place.</param>
public sealed record DayEdition(DateOnly Day, IReadOnlyList<EditionPiece> Pieces, int LeftOver);
