using Kiosk.Data;
using Kiosk.Web.Pages.Vandaag;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Pages;

public sealed class EditionTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void An_empty_archive_gives_an_empty_edition()
    {
        var edition = Edition.Choose([], Today);

        Assert.Null(edition.Lead);
        Assert.Empty(edition.All);
    }

    [Fact]
    public void There_are_nine_seats_and_nobody_sits_twice()
    {
        var edition = Edition.Choose(Many(40), Today);

        Assert.Equal(9, edition.All.Count());
        Assert.Equal(9, edition.All.Select(pick => pick.Card.Id).Distinct().Count());
    }

    [Fact]
    public void A_source_has_at_most_two_pieces_while_there_are_enough_others()
    {
        var loud = Enumerable.Range(1, 20).Select(id => Card(id, source: "luid", days: 0));
        var quiet = Enumerable.Range(21, 10).Select(id => Card(id, source: $"stil-{id}", days: 5));

        var edition = Edition.Choose([.. loud, .. quiet], Today);

        Assert.Equal(2, edition.All.Count(pick => pick.Card.SourceSlug == "luid"));
        Assert.Equal(9, edition.All.Count());
    }

    [Fact]
    public void A_kiosk_with_one_source_still_fills_its_seats() =>
        Assert.Equal(9, Edition.Choose(Enumerable.Range(1, 20).Select(id => Card(id, source: "enige")), Today).All.Count());

    [Theory]
    [InlineData(ArticleKind.Uitspraak)]
    [InlineData(ArticleKind.Onderzoek)]
    [InlineData(ArticleKind.Rapport)]
    public void News_does_not_push_out_the_best_ruling_research_and_report_of_three_weeks(ArticleKind kind)
    {
        var edition = Edition.Choose([.. Many(40), Card(99, kind: kind, source: "zeldzaam", days: 21)], Today);

        Assert.Contains(edition.All, pick => pick.Card.Id == 99);
    }

    [Fact]
    public void A_report_of_more_than_three_weeks_old_has_no_seat_of_its_own()
    {
        var edition = Edition.Choose([.. Many(40), Card(99, kind: ArticleKind.Rapport, source: "zeldzaam", days: 22)], Today);

        Assert.DoesNotContain(edition.All, pick => pick.Card.Id == 99);
    }

    [Fact]
    public void A_ruling_gets_its_own_place_and_leads_only_when_there_is_nothing_else()
    {
        var ruling = Card(1, kind: ArticleKind.Uitspraak, source: "rechtbank");

        Assert.Equal(1, Edition.Choose([ruling, Card(2, days: 3)], Today).Ruling?.Card.Id);
        Assert.Equal(1, Edition.Choose([ruling], Today).Lead?.Card.Id);
    }

    [Fact]
    public void A_piece_with_something_to_read_leads_before_a_newer_one_without()
    {
        var edition = Edition.Choose([Card(1, days: 0, lead: "", words: 0), Card(2, days: 2)], Today);

        Assert.Equal(2, edition.Lead?.Card.Id);
    }

    [Fact]
    public void The_longest_piece_of_today_and_yesterday_leads()
    {
        var edition = Edition.Choose([Card(1, days: 0, words: 300), Card(2, days: 1, words: 1500), Card(3, days: 2, words: 3000)], Today);

        Assert.Equal(2, edition.Lead?.Card.Id);
    }

    [Fact]
    public void A_second_piece_of_a_source_waits_for_pieces_of_others()
    {
        var others = Enumerable.Range(3, 8).Select(id => Card(id, (ArticleKind)(id % 7), $"ander-{id}", days: 1));

        var edition = Edition.Choose([Card(1, source: "luid"), Card(2, source: "luid"), .. others], Today);

        Assert.Equal(9, edition.All.Select(pick => pick.Card.SourceSlug).Distinct().Count());
    }

    [Fact]
    public void The_order_of_the_archive_does_not_matter()
    {
        var cards = Many(60).ToList();
        var forward = Edition.Choose(cards, Today).All.Select(pick => pick.Card.Id);
        cards.Reverse();

        Assert.Equal(forward, Edition.Choose(cards, Today).All.Select(pick => pick.Card.Id));
    }

    [Fact]
    public void Every_pick_says_why() => Assert.All(Edition.Choose(Many(30), Today).All, pick => Assert.NotEmpty(pick.Why));

    private static IEnumerable<ArticleCard> Many(int count) =>
        Enumerable.Range(1, count).Select(id => Card(id, source: $"bron-{id % 15}", days: id / 15));

    private static ArticleCard Card(
        long id, ArticleKind kind = ArticleKind.Nieuws, string source = "bron", double days = 0, string lead = "Een opening.", int words = 500) =>
        new(id, $"Stuk {id}", lead, kind, TestKiosk.Now.AddDays(-days), words, "nl", 1, source, source, Rights.Excerpt);
}
