using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Pages.Vandaag;

/// <summary>
/// The selection of the day as it lies on the counter, and the one for everybody: nine pieces at most, the same each time for the same day and archive.
/// The editors' picks come first. Without picks, or behind them:
/// <list type="number">
/// <item>A piece is ranked by its age in days; being hard to read from here costs extra days (<see cref="Rank"/>), and so does each better
/// piece of the same source.</item>
/// <item>The best ruling, report and research of the last three weeks have a seat, so that a stream of news cannot push them out.</item>
/// <item>The other seats go to recent pieces by rank, with at most two pieces of a source and four of a kind. When that leaves seats empty,
/// older pieces and more of a kind may sit too; and only in a kiosk with few sources, more than two of a source.</item>
/// <item>Of the pieces of today and yesterday with something to read, the longest leads, or else the best; the ruling gets its own place.</item>
/// </list>
/// </summary>
public sealed record Edition
{
    public const int Seats = 9;
    public const int RecentDays = 21;

    /// <summary>In days, for each better piece of the same source.</summary>
    private const int NextOfSource = 2;

    private const int PerSource = 2;
    private const int PerKind = 4;
    private const int OnTheSide = 2;
    private const int OnTheShelf = 4;

    private static readonly (ArticleKind Kind, string Why)[] Reserved =
    [
        (ArticleKind.Uitspraak, "De nieuwste uitspraak die je hier kunt lezen"),
        (ArticleKind.Onderzoek, "Het nieuwste onderzoek van de laatste weken"),
        (ArticleKind.Rapport, "Het nieuwste rapport van de laatste weken"),
    ];

    /// <summary>Null only if the edition is empty.</summary>
    public Piece? Lead { get; private init; }

    public IReadOnlyList<Piece> Side { get; private init; } = [];

    public IReadOnlyList<Piece> Shelf { get; private init; } = [];

    /// <summary>The ruling with a place of its own; null if there is none, or if it leads.</summary>
    public Piece? Ruling { get; private init; }

    /// <summary>True if all that lies in front was picked by the editors.</summary>
    public bool IsPicked => Lead?.Pick is not null && Side.All(piece => piece.Pick is not null);

    /// <summary>What is left, in short.</summary>
    public IReadOnlyList<Piece> Briefs { get; private init; } = [];

    public IEnumerable<Piece> All => new[] { Lead, Ruling }.OfType<Piece>().Concat(Side).Concat(Shelf).Concat(Briefs);

    /// <summary>The same edition, with for each piece (by id) the other sources that tell its news.</summary>
    public Edition WithSources(IReadOnlyDictionary<long, IReadOnlyList<string>> alsoAt)
    {
        Piece Told(Piece pick) => pick with { AlsoAt = alsoAt.GetValueOrDefault(pick.Card.Id) ?? [] };
        return new Edition
        {
            Lead = Lead is null ? null : Told(Lead),
            Ruling = Ruling is null ? null : Told(Ruling),
            Side = [.. Side.Select(Told)],
            Shelf = [.. Shelf.Select(Told)],
            Briefs = [.. Briefs.Select(Told)],
        };
    }

    /// <param name="candidates">Visible pieces, in any order, one of each story.</param>
    /// <param name="today">The day of the edition, on the readers' calendar.</param>
    /// <param name="editors">What the editors picked, the first to come first; at most three are taken.</param>
    public static Edition Choose(IEnumerable<ArticleCard> candidates, DateOnly today, IReadOnlyList<Piece>? editors = null)
    {
        var front = (editors ?? []).Take(1 + OnTheSide).ToList();
        var ranked = InOrder(candidates.Where(card => !front.Exists(piece => IsSameNews(piece.Card, card))).GroupBy(card => card.SourceSlug).SelectMany(source =>
            InOrder(source.Select(card => (card, Rank(card, today)))).Select((card, before) => (card, Rank(card, today) + (before * NextOfSource)))));
        var picks = ReservedSeats(front, ranked, today);
        Fill(picks, ranked.Where(card => AgeInDays(card, today) <= RecentDays), today, PerSource, PerKind);
        Fill(picks, ranked, today, PerSource, Seats);
        Fill(picks, ranked, today, Seats, Seats);
        return Arrange([.. picks.OrderBy(pick => ranked.IndexOf(pick.Card))], today);
    }

    /// <summary>An edition that was chosen for one reader, laid out: picks in front, a ruling apart.</summary>
    /// <param name="pieces">In the order in which they were chosen.</param>
    public static Edition Of(IReadOnlyList<Piece> pieces, DateOnly today) => Arrange([.. pieces], today);

    private static bool IsSameNews(ArticleCard one, ArticleCard other) => one.Id == other.Id || (one.StoryId is { } story && story == other.StoryId);

    /// <summary>
    /// The lower, the better: age in days, and for a piece with little to read here (no lead, or a link only) four days more;
    /// an announcement in the agenda six.
    /// </summary>
    internal static int Rank(ArticleCard card, DateOnly today) =>
        AgeInDays(card, today) + (card.Lead.Length == 0 ? 4 : 0) + (card.Minutes == 0 ? 1 : 0) + (card.Kind == ArticleKind.Agenda ? 6 : 0);

    private static List<ArticleCard> InOrder(IEnumerable<(ArticleCard Card, int Rank)> cards) =>
        [.. cards.OrderBy(ranked => ranked.Rank).ThenByDescending(ranked => ranked.Card.PublishedAt).ThenByDescending(ranked => ranked.Card.Id).Select(ranked => ranked.Card)];

    private static int AgeInDays(ArticleCard card, DateOnly today) =>
        Math.Max(0, today.DayNumber - DutchTime.DayOf(card.PublishedAt).DayNumber);

    private static List<Piece> ReservedSeats(List<Piece> front, List<ArticleCard> ranked, DateOnly today)
    {
        var picks = new List<Piece>(front);
        foreach (var (kind, why) in Reserved)
        {
            var best = ranked.Find(card => card.Kind == kind && AgeInDays(card, today) <= RecentDays && CountOf(picks, card.SourceSlug) < PerSource);
            if (best is not null)
                picks.Add(new Piece(best, why));
        }

        return picks;
    }

    private static void Fill(List<Piece> picks, IEnumerable<ArticleCard> ranked, DateOnly today, int perSource, int perKind)
    {
        foreach (var card in ranked)
        {
            if (picks.Count == Seats)
                return;
            var fits = CountOf(picks, card.SourceSlug) < perSource && picks.Count(pick => pick.Card.Kind == card.Kind) < perKind;
            if (fits && !picks.Exists(pick => pick.Card.Id == card.Id))
                picks.Add(new Piece(card, WhyNow(card, today)));
        }
    }

    private static string WhyNow(ArticleCard card, DateOnly today) => AgeInDays(card, today) switch
    {
        <= 1 => "Net verschenen",
        < 7 => "Deze week verschenen",
        _ => "Het nieuwste van deze bron",
    };

    private static int CountOf(List<Piece> picks, string source) => picks.Count(pick => pick.Card.SourceSlug == source);

    private static Edition Arrange(List<Piece> picks, DateOnly today)
    {
        var front = picks.Where(pick => pick.Pick is not null).Take(1 + OnTheSide).ToList();
        var readable = picks.Where(pick => pick.Card is { Lead.Length: > 0, Kind: not ArticleKind.Uitspraak }).ToList();
        var lead = front.FirstOrDefault() ?? readable.Where(pick => AgeInDays(pick.Card, today) <= 1).MaxBy(pick => pick.Card.Minutes)
            ?? readable.FirstOrDefault() ?? picks.FirstOrDefault();
        var ruling = picks.Find(pick => pick != lead && pick is { Pick: null, Card.Kind: ArticleKind.Uitspraak });
        var rest = front.Skip(1).Concat(picks.Except(front)).Where(pick => pick != lead && pick != ruling).ToList();
        return new Edition
        {
            Lead = lead,
            Ruling = ruling,
            Side = [.. rest.Take(OnTheSide)],
            Shelf = [.. rest.Skip(OnTheSide).Take(OnTheShelf)],
            Briefs = [.. rest.Skip(OnTheSide + OnTheShelf)],
        };
    }
}
