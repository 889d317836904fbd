namespace Kiosk.Web.Editions;

/// <summary>
/// Chooses the pieces of a reader's edition. Picks of the editors take at least a quarter of the seats and at most a third; the others go one by one to
/// the piece with the best score, less something for each piece of the same source, topic or kind that sits already. One seat of an edition
/// of six or more is for something outside what she follows. Of a story one piece sits, and of a source two as long as there are others.
/// </summary>
public static class EditionChoice
{
    private const int PerSource = 2;
    private const int SmallestWithSurprise = 6;

    /// <param name="seats">Pieces wanted; fewer come if there are no more.</param>
    /// <param name="picks">The editors' picks, the first to come first.</param>
    /// <param name="pieces">Everything else that may come.</param>
    /// <param name="taste">Hers.</param>
    /// <param name="now">The moment of choosing.</param>
    public static IReadOnlyList<ChosenPiece> Choose(int seats, IReadOnlyList<PickedPiece> picks, IEnumerable<PieceFacts> pieces, Taste taste, DateTimeOffset now) =>
        Choose(seats, picks, Scored(pieces, taste, now), taste);

    /// <param name="scored">As <see cref="Scored"/> gives them.</param>
    internal static IReadOnlyList<ChosenPiece> Choose(int seats, IReadOnlyList<PickedPiece> picks, IReadOnlyList<Scored> scored, Taste taste)
    {
        var table = new Table([]);
        foreach (var pick in picks)
        {
            if (table.Chosen.Count < PickSeats(seats, picks) && table.Accepts(pick.Piece))
                table.Seat(new ChosenPiece(pick.Piece, "Keuze van de redactie.", pick.PickId));
        }

        var hasSurprise = seats >= SmallestWithSurprise && !taste.IsEmpty;
        Fill(table, hasSurprise ? seats - 1 : seats, PerSource, scored, taste);
        if (hasSurprise)
            Fill(table, seats, PerSource, [.. scored.Where(one => one.Score.Interest == 0)], taste);
        Fill(table, seats, PerSource, scored, taste);
        Fill(table, seats, seats, scored, taste);
        return table.Chosen;
    }

    /// <summary>The piece to take a place that fell free in an edition; null if there is nothing left.</summary>
    public static ChosenPiece? Another(IReadOnlyCollection<PieceFacts> present, IEnumerable<PieceFacts> pieces, Taste taste, DateTimeOffset now)
    {
        var table = new Table(present);
        Fill(table, 1, int.MaxValue, Scored(pieces, taste, now), taste);
        return table.Chosen.SingleOrDefault();
    }

    /// <summary>Current picks fill up to a third of the seats; a quarter is held even if only older ones are left.</summary>
    private static int PickSeats(int seats, IReadOnlyList<PickedPiece> picks) =>
        Math.Max((seats + 3) / 4, Math.Min((seats + 2) / 3, picks.Count(pick => pick.IsCurrent)));

    /// <summary>All that may come, the best first.</summary>
    internal static List<Scored> Scored(IEnumerable<PieceFacts> pieces, Taste taste, DateTimeOffset now) =>
        [.. pieces.Select(piece => new Scored(piece, PieceScore.Of(piece, taste, now)))
            .Where(one => one.Score.Value > 0)
            .OrderByDescending(one => one.Score.Value).ThenByDescending(one => one.Piece.PublishedAt).ThenByDescending(one => one.Piece.Id)];

    private static void Fill(Table table, int seats, int perSource, IReadOnlyList<Scored> scored, Taste taste)
    {
        while (table.Chosen.Count < seats && table.Best(scored, perSource) is { } best)
            table.Seat(new ChosenPiece(best.Piece, Sentence(best.Score, taste), PickId: null));
    }

    private static string Sentence(PieceScore score, Taste taste) => score.Reasons switch
    {
        { Count: > 0 } reasons => $"Omdat {string.Join(" en ", reasons)}.",
        _ when taste.IsEmpty => "Omdat het nieuw is. Je volgt nog niets.",
        _ => "Van buiten wat je volgt, omdat het nieuw is.",
    };
}

/// <summary>A piece that the editors picked.</summary>
/// <param name="IsCurrent">True while its period runs.</param>
public sealed record PickedPiece(PieceFacts Piece, long PickId, bool IsCurrent);

/// <summary>A piece with its place in an edition.</summary>
/// <param name="Why">A sentence for the reader.</param>
/// <param name="PickId">The pick by which it came; null if it came by her taste.</param>
public sealed record ChosenPiece(PieceFacts Piece, string Why, long? PickId);

internal sealed record Scored(PieceFacts Piece, PieceScore Score);
