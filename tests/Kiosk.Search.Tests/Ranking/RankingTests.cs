namespace Kiosk.Search.Tests.Ranking;

public sealed class RankingTests
{
    [Fact]
    public void Partial_matches_follow_the_whole_ones_and_are_marked()
    {
        using var index = new TempIndex(
            Articles.One(1, "Schuldregeling voor ondernemers", "Over beslag."),
            Articles.One(2, "Schuldregeling", "schuldregeling schuldregeling"),
            Articles.One(3, "Iets anders", "niets"));
        var page = index.Search("schuldregeling ondernemers beslag");
        Assert.Equal([(1, false), (2, true)], page.Hits.Select(hit => (hit.ArticleId, hit.Partial)));
        Assert.Equal((2, 1), (page.Total, page.Whole));
    }

    [Fact]
    public void Enough_whole_matches_are_not_followed_by_partial_ones()
    {
        using var index = new TempIndex([.. Enumerable.Range(1, 12).Select(id => Articles.One(id, "Schuld en hulp")), Articles.One(99, "Schuld")]);
        Assert.Equal((12, 12), (index.Search("schuld hulp").Total, index.Search("schuld hulp").Whole));
    }

    [Fact]
    public void What_is_unwanted_stays_out_of_partial_matches_too()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld incasso"), Articles.One(2, "Schuld"));
        Assert.Equal([2], index.Ids("schuld hulp -incasso"));
    }

    [Fact]
    public void Filters_hold_for_partial_matches_too()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld") with { Source = "a" }, Articles.One(2, "Schuld") with { Source = "b" });
        Assert.Equal([2], index.Index.Search(new() { Text = "schuld hulp", Source = "b" }).Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void Newest_first_is_by_time_whatever_the_words()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld schuld schuld", day: 1), Articles.One(2, "Nieuws", "over een schuld", 2));
        var page = index.Index.Search(new() { Text = "schuld", Order = SearchOrder.Newest });
        Assert.Equal([2, 1], page.Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void An_empty_question_gives_everything_newest_first()
    {
        using var index = new TempIndex(Articles.One(1, "Een", day: 1), Articles.One(2, "Twee", day: 2));
        Assert.Equal([2, 1], index.Ids("  "));
    }

    [Fact]
    public void The_same_question_gives_the_same_order_after_a_rebuild()
    {
        var articles = Enumerable.Range(1, 60).Select(id => Articles.One(id, $"Schuld {id % 3}", $"hulp {id % 5} gemeente", id % 4)).ToArray();
        using var one = new TempIndex(articles);
        using var other = new TempIndex();
        foreach (var article in articles.Reverse())
            other.Put(article);
        Assert.Equal(one.Ids("schuld gemeente"), other.Ids("schuld gemeente"));
    }
}
