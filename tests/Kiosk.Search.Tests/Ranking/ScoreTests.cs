
namespace Kiosk.Search.Tests.Ranking;

public sealed class ScoreTests
{
    [Fact]
    public void News_ages_faster_than_a_law()
    {
        using var index = new TempIndex(
            Articles.One(1, "Nieuwste", day: 1_000), Articles.One(2, "Beslag", day: 1) with { Kind = "nieuws" }, Articles.One(3, "Beslag", day: 1) with { Kind = "wet" });
        Assert.Equal([3, 2], index.Ids("beslag"));
    }

    [Fact]
    public void What_the_editors_picked_stands_higher_and_what_was_replaced_lower()
    {
        using var index = new TempIndex(
            Articles.One(1, "Beslag", day: 3) with { SupersededBy = 9 }, Articles.One(2, "Beslag", day: 2), Articles.One(3, "Beslag", day: 1) with { IsPick = true });
        Assert.Equal([3, 2, 1], index.Ids("beslag"));
    }

    [Fact]
    public void A_story_is_there_once_with_the_number_of_its_other_articles()
    {
        using var index = new TempIndex(
            Articles.One(1, "Beslag", day: 1) with { StoryId = 7 }, Articles.One(2, "Beslag beslag", day: 2) with { StoryId = 7 }, Articles.One(3, "Beslag", day: 3));
        index.Put(Articles.One(4, "Beslag", "in een ander stuk van de index", 4) with { StoryId = 7 });
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            var page = index.Index.Search(new() { Text = "beslag", Order = order });
            Assert.Equal((2, 2), (page.Total, page.Hits.Count));
            Assert.Equal(2, page.Hits.Single(hit => hit.ArticleId != 3).Siblings);
        }
    }

    [Fact]
    public void Words_of_a_topic_find_its_articles()
    {
        using var index = new TempIndex(Articles.One(1, "Iets", "over geld") with { Topics = ["v"], TopicNames = ["Vroegsignalering"] }, Articles.One(2, "Anders"));
        Assert.Equal([1], index.Ids("vroegsignalering"));
    }

    [Fact]
    public void An_expansion_finds_more_but_what_was_asked_stands_first()
    {
        using var index = new TempIndex(Articles.One(1, "Vrij te laten bedrag", day: 1), Articles.One(2, "Over bedrag", day: 3), Articles.One(3, "Anders"));
        index.Index.Thesaurus = new([new(["vrij"], ["bedrag"])]);
        var page = index.Search("vrij");
        Assert.Equal("vrij: bedrag", string.Join(' ', page.AlsoSought.Select(used => $"{used.Typed}: {string.Join(' ', used.Others)}")));
        Assert.Equal([1, 2], page.Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void Only_what_was_typed_is_sought_when_asked_so()
    {
        using var index = new TempIndex(Articles.One(1, "Vrij te laten bedrag"), Articles.One(2, "Over bedrag"));
        index.Index.Thesaurus = new([new(["vrij"], ["bedrag"])]);
        var page = index.Index.Search(new() { Text = "vrij", Exactly = true });
        Assert.Equal([1], page.Hits.Select(hit => hit.ArticleId));
        Assert.Empty(page.AlsoSought);
    }

    [Fact]
    public void The_explained_sum_is_the_score()
    {
        using var index = new TempIndex(Articles.One(1, "Beslag op loon", "Het beslag en de schuld.", 5), Articles.One(2, "Schuld"), Articles.One(3, "Anders"));
        foreach (var question in (string[])["beslag", "beslag schuld", "\"op loon\" besla*", "beslag soort:wet", ""])
        {
            var explained = index.Index.Explain(question, 1)!;
            Assert.Equal(explained.Value, explained.Parts.Aggregate(1.0, (product, part) => product * part.Value), 6);
            var hit = index.Search(question).Hits.FirstOrDefault(found => found.ArticleId == 1);
            if (hit is not null && question.Length > 0)
                Assert.Equal(hit.Score, explained.Value, 6);
        }
        Assert.Contains("1 keer in de titel", index.Index.Explain("beslag", 1)!.Parts[0].Parts[0].Parts[0].Text, StringComparison.Ordinal);
        Assert.Null(index.Index.Explain("beslag", 99));
    }

    [Fact]
    public void Words_that_stand_together_gain_up_to_a_tenth_and_that_is_explained()
    {
        var between = string.Join(' ', Enumerable.Repeat("tussen", 40));
        using var index = new TempIndex(
            Articles.One(1, "Verslag", $"schulden jongeren {between} {between}"), Articles.One(2, "Verslag", $"schulden {between} jongeren {between}"), Articles.One(3, "Anders"));
        double Gain(long id) => index.Index.Explain("schulden jongeren", id)!.Parts.Where(part => part.Text.StartsWith("nabijheid", StringComparison.Ordinal)).Sum(part => part.Value);
        Assert.Equal((1.1, 0), (Gain(1), Gain(2)));
        Assert.Equal([1, 2], index.Ids("schulden jongeren"));
        Assert.Equal(index.Search("schulden jongeren").Hits[0].Score, index.Index.Explain("schulden jongeren", 1)!.Value, 6);
    }

    [Fact]
    public void A_prefix_of_very_many_words_is_bounded_and_says_so()
    {
        var body = string.Join(' ', Enumerable.Range(0, 6_000).Select(number => $"ab{(char)('a' + (number % 26))}{number}"));
        using var index = new TempIndex(Articles.One(1, "Lijst", body));
        var page = index.Search("ab*");
        Assert.Equal(1, page.Total);
        Assert.Contains(page.Notes, note => note.Contains("sterretje", StringComparison.Ordinal));
        Assert.Empty(index.Search("aba*").Notes);
    }

    [Fact]
    public void The_page_of_a_report_and_the_end_of_a_heading_are_seen()
    {
        const string Body = "Inleiding over geld\nDe tekst begint hier.\nBeslag op loon\nHet loon is beschermd.";
        using var index = new TempIndex(Articles.One(1, "Rapport", Body) with { PageStarts = [0, 20, Body.IndexOf("Beslag", StringComparison.Ordinal)] });
        var hit = Assert.Single(index.Search("beslag").Hits);
        Assert.Equal(3, hit.Page);
        Assert.Contains("Beslag op loon · Het loon", string.Concat(hit.Snippet.Select(part => part.Text)), StringComparison.Ordinal);
        Assert.Null(Assert.Single(index.Search("rapport").Hits).Page);
    }
}
