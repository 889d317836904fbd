using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Web.Editions;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Editions;

public sealed class EditionChoiceTests
{
    private const int Debts = 1;
    private const int Youth = 2;

    [Theory]
    [InlineData(3, 1)]
    [InlineData(9, 3)]
    [InlineData(20, 5)]
    public void At_least_a_quarter_is_picked_by_the_editors_as_long_as_there_are_picks(int seats, int least)
    {
        var picks = Enumerable.Range(100, 5).Select(id => new PickedPiece(Piece(id, source: id), id, IsCurrent: false)).ToList();

        var chosen = Choose(seats, Many(60), Fan(Debts), picks);

        Assert.Equal(seats, chosen.Count);
        Assert.Equal(least, chosen.Count(piece => piece.PickId is not null));
    }

    [Fact]
    public void Picks_take_no_more_than_a_third()
    {
        var picks = Enumerable.Range(100, 20).Select(id => new PickedPiece(Piece(id, source: id), id, IsCurrent: true)).ToList();
        Assert.Equal(3, Choose(9, Many(60), Fan(Debts), picks).Count(piece => piece.PickId is not null));
    }

    [Fact]
    public void Every_personal_piece_says_truly_why_it_is_there()
    {
        var chosen = Choose(9, [.. Many(40), Piece(500, topics: [Debts], source: 77)], Fan(Debts));

        Assert.All(chosen, piece => Assert.NotEmpty(piece.Why));
        Assert.Equal("Omdat je Schulden volgt.", chosen.Single(piece => piece.Piece.Id == 500).Why);
        Assert.All(chosen.Where(piece => piece.Why.Contains("Schulden", StringComparison.Ordinal)), piece => Assert.Contains(Debts, piece.Piece.Topics));
    }

    [Fact]
    public void One_piece_is_from_outside_what_she_follows()
    {
        var followed = Enumerable.Range(1, 40).Select(id => Piece(id, topics: [Debts], source: id)).ToList();
        var chosen = Choose(9, [.. followed, Piece(99, topics: [Youth], source: 99, days: 5)], Fan(Debts));
        Assert.Contains(chosen, piece => piece.Piece.Id == 99 && piece.Why.StartsWith("Van buiten wat je volgt", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_story_one_piece_sits()
    {
        var told = Enumerable.Range(1, 5).Select(id => Piece(id, topics: [Debts], source: id) with { StoryId = 7 });
        Assert.Single(Choose(9, [.. told, .. Many(40)], Fan(Debts)), piece => piece.Piece.StoryId == 7);
    }

    [Fact]
    public void A_source_has_two_pieces_at_most_while_there_are_others()
    {
        var loud = Enumerable.Range(1, 30).Select(id => Piece(id, topics: [Debts], source: 1));
        var chosen = Choose(9, [.. loud, .. Enumerable.Range(50, 12).Select(id => Piece(id, source: id, days: 9))], Fan(Debts));
        Assert.Equal(2, chosen.Count(piece => piece.Piece.SourceId == 1));
        Assert.Equal(9, Choose(9, loud, Fan(Debts)).Count);
    }

    [Fact]
    public void What_is_fresh_comes_before_what_is_old()
    {
        var chosen = Choose(3, [Piece(1, topics: [Debts], source: 1, days: 12), Piece(2, topics: [Debts], source: 2, days: 1)], Fan(Debts));
        Assert.Equal([2, 1], chosen.Select(piece => piece.Piece.Id));
    }

    [Fact]
    public void A_heavier_weight_brings_a_topic_forward()
    {
        var taste = Built(builder =>
        {
            builder.FollowTopic(Debts, "Schulden", 1);
            builder.FollowTopic(Youth, "Jongeren", 4);
        });
        Assert.Equal(2, Choose(1, [Piece(1, topics: [Debts], source: 1), Piece(2, topics: [Youth], source: 2)], taste)[0].Piece.Id);
    }

    [Fact]
    public void What_she_wants_less_of_goes_down_and_what_she_wants_more_of_goes_up()
    {
        var less = Built(builder => builder.Judge(Verdict.Minder, null, [(Debts, "Schulden")], (50, "Bron")));
        var more = Built(builder => builder.Judge(Verdict.Meer, null, [(Debts, "Schulden")], (50, "Bron")));
        var (before, piece) = (PieceScore.Of(Piece(1, topics: [Debts]), Taste.None, TestKiosk.Now), Piece(1, topics: [Debts]));

        Assert.True(PieceScore.Of(piece, less, TestKiosk.Now).Value < before.Value);
        Assert.True(PieceScore.Of(piece, more, TestKiosk.Now).Value > before.Value);
        Assert.Equal("je meer vroeg over Schulden", PieceScore.Of(piece, more, TestKiosk.Now).Reasons[0]);
    }

    [Theory]
    [InlineData(Objection.NietMijnWerk, true, false)]
    [InlineData(Objection.Oppervlakkig, false, true)]
    [InlineData(Objection.Reclame, false, true)]
    [InlineData(Objection.Bekend, false, false)]
    public void An_objection_lowers_what_it_is_about(Objection objection, bool lowersTopic, bool lowersSource)
    {
        var taste = Built(builder => builder.Judge(Verdict.NietNuttig, objection, [(Debts, "Schulden")], (50, "Bron")));
        Assert.Equal((lowersTopic, lowersSource), (taste.Topics[Debts].Points < 0, taste.Sources[50].Points < 0));
    }

    [Fact]
    public void What_she_reads_counts_only_where_she_gave_no_weight()
    {
        var taste = Built(builder =>
        {
            builder.FollowTopic(Youth, "Jongeren", 0);
            builder.Remember(HistoryAct.Gelezen, [(Debts, "Schulden"), (Youth, "Jongeren")], (50, "Bron"));
        });
        Assert.True(taste.Topics[Debts].Points > 0);
        Assert.Equal(0, taste.Topics[Youth].Points);
    }

    [Fact]
    public void The_order_of_the_candidates_does_not_matter()
    {
        var pieces = Many(60).ToList();
        var forward = Choose(9, pieces, Fan(Debts)).Select(piece => piece.Piece.Id);
        pieces.Reverse();
        Assert.Equal(forward, Choose(9, pieces, Fan(Debts)).Select(piece => piece.Piece.Id));
    }

    [Fact]
    public void No_pieces_give_an_empty_edition() => Assert.Empty(Choose(9, [], Fan(Debts)));

    private static IReadOnlyList<ChosenPiece> Choose(int seats, IEnumerable<PieceFacts> pieces, Taste taste, IReadOnlyList<PickedPiece>? picks = null) =>
        EditionChoice.Choose(seats, picks ?? [], pieces, taste, TestKiosk.Now);

    private static Taste Fan(int topic) => Built(builder => builder.FollowTopic(topic, "Schulden", Follow.Usual));

    private static Taste Built(Action<TasteBuilder> say)
    {
        var builder = new TasteBuilder();
        say(builder);
        return builder.Build();
    }

    private static IEnumerable<PieceFacts> Many(int count) => Enumerable.Range(1, count).Select(id => Piece(id, topics: [id % 5], source: 1 + (id % 15), days: id / 10.0));

    private static PieceFacts Piece(long id, int[]? topics = null, int source = 50, double days = 1) => new()
    {
        Id = id,
        SourceId = source,
        Kind = ArticleKind.Nieuws,
        PublishedAt = TestKiosk.Now.AddDays(-days),
        Topics = topics ?? [],
        HasLead = true,
    };
}
