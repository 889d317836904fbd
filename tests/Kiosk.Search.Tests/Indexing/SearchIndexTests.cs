namespace Kiosk.Search.Tests.Indexing;

public sealed class SearchIndexTests
{
    [Fact]
    public void A_new_index_is_empty_and_asks_to_be_filled()
    {
        using var index = new TempIndex();
        Assert.Null(index.Index.Position);
        Assert.Equal(0, index.Index.Count);
        Assert.Equal(0, index.Search("schuld").Total);
    }

    [Fact]
    public void Articles_and_position_survive_closing()
    {
        using var index = new TempIndex(Articles.One(1, "Schulden"), Articles.One(2, "Armoede"));
        index.Close();
        index.Reopen();
        Assert.Equal((new FeedPosition(0, 1), 2), (index.Index.Position, index.Index.Count));
        Assert.Equal([1], index.Ids("schuld"));
    }

    [Fact]
    public void Another_archives_index_is_made_anew()
    {
        using var index = new TempIndex(Articles.One(1, "Schulden"));
        index.Close();
        index.Reopen("archive-2");
        Assert.Equal((null, 0), (index.Index.Position, index.Index.Count));
    }

    [Fact]
    public void An_index_that_was_not_filled_to_the_end_is_made_anew()
    {
        using var index = new TempIndex();
        index.Index.Apply([Articles.One(1, "Schulden")], [], null);
        Assert.Equal((null, 1), (index.Index.Position, index.Index.Count));
        index.Close();
        index.Reopen();
        Assert.Equal(0, index.Index.Count);
    }

    [Fact]
    public void A_replaced_article_is_found_by_its_new_words_only()
    {
        using var index = new TempIndex(Articles.One(1, "Schulden", "oud"));
        index.Put(Articles.One(1, "Armoede", "nieuws"));
        Assert.Equal(1, index.Index.Count);
        Assert.Empty(index.Ids("schuld"));
        Assert.Equal([1], index.Ids("armoede"));
        Assert.Equal(0, index.Search("oud").Total);
    }

    [Fact]
    public void A_removed_article_is_gone_and_an_unknown_one_no_error()
    {
        using var index = new TempIndex(Articles.One(1, "Schulden"), Articles.One(2, "Schulden"));
        index.Remove(1, 99);
        Assert.Equal([2], index.Ids("schuld"));
        Assert.Equal(1, index.Search("schuld").Total);
        Assert.Equal(1, index.Index.Count);
    }

    [Fact]
    public void An_article_that_comes_and_goes_in_one_batch_is_gone()
    {
        using var index = new TempIndex();
        index.Index.Apply([Articles.One(1, "Schulden")], [1], new FeedPosition(0, 1));
        Assert.Equal(0, index.Index.Count);
    }

    [Fact]
    public void Of_one_article_twice_in_a_batch_the_last_counts()
    {
        using var index = new TempIndex(Articles.One(1, "Schulden"), Articles.One(1, "Armoede"));
        Assert.Equal((1, 1, 0), (index.Index.Count, index.Search("armoede").Total, index.Search("schuld").Total));
    }

    [Fact]
    public void A_corrected_date_moves_an_article_in_the_order_of_time()
    {
        using var index = new TempIndex(Articles.One(1, "Schuld a", day: 1), Articles.One(2, "Schuld b", day: 2), Articles.One(3, "Schuld c", day: 3));
        Assert.Equal([3, 2, 1], Newest(index, "schuld"));
        index.Put(Articles.One(1, "Schuld a", day: 9));
        Assert.Equal([1, 3, 2], Newest(index, "schuld"));
        index.Put(Articles.One(3, "Schuld c", day: -2_000_000 / 365));
        Assert.Equal([1, 2, 3], Newest(index, "schuld"));
    }

    [Fact]
    public void Articles_of_one_second_all_have_a_place()
    {
        const int SameLowBits = 1 << 20;
        using var index = new TempIndex([.. Enumerable.Range(0, 20).Select(number => Articles.One(1L + ((long)number * SameLowBits), "Schuld"))]);
        Assert.Equal(20, index.Search("schuld").Total);
        index.Remove(1);
        Assert.Equal(19, index.Ids("schuld").Distinct().Count());
    }

    [Fact]
    public void Filters_narrow_and_the_total_stays_exact()
    {
        using var index = new TempIndex(
            Articles.One(1, "Schuld") with { Source = "nos-economie", Kind = "nieuws", Topics = ["wsnp", "msnp"] },
            Articles.One(2, "Schuld") with { Source = "nos", Kind = "nieuws", Topics = ["wsnp-oud"] },
            Articles.One(3, "Schuld") with { Source = "Nibud & co", Kind = "rapport" });
        SearchPage Search(SearchRequest request) => index.Index.Search(request);
        Assert.Equal([2], Search(new() { Text = "schuld", Source = "nos" }).Hits.Select(hit => hit.ArticleId));
        Assert.Equal([3], Search(new() { Text = "", Source = "Nibud & co" }).Hits.Select(hit => hit.ArticleId));
        Assert.Equal(2, Search(new() { Text = "schuld", Kind = "nieuws", Take = 1 }).Total);
        Assert.Equal([1], Search(new() { Text = "schuld", Topic = "wsnp", Kind = "nieuws" }).Hits.Select(hit => hit.ArticleId));
        Assert.Equal(0, Search(new() { Text = "schuld", Topic = "onbekend\" OR \"" }).Total);
    }

    [Fact]
    public void Pages_follow_on_each_other_without_gap_or_double()
    {
        using var index = new TempIndex([.. Enumerable.Range(1, 250).Select(id => Articles.One(id, id % 7 == 0 ? "Schuld" : "Nieuws", "over schuld", id))]);
        foreach (var order in Enum.GetValues<SearchOrder>())
        {
            var all = Enumerable.Range(0, 9)
                .SelectMany(page => index.Index.Search(new() { Text = "schuld", Skip = page * 30, Take = 30, Order = order }).Hits.Select(hit => hit.ArticleId)).ToList();
            Assert.Equal((250, 250), (all.Count, all.Distinct().Count()));
        }
    }

    [Fact]
    public void Matches_beyond_what_is_scored_follow_by_time()
    {
        using var index = new TempIndex([.. Enumerable.Range(1, 4_000).Select(id => Articles.One(id, id == 5 ? "Schuld" : "Nieuws", "over schuld", id))]);
        long[] Page(int skip) => [.. index.Index.Search(new() { Text = "schuld", Skip = skip, Take = 3 }).Hits.Select(hit => hit.ArticleId)];
        Assert.Equal(5, Page(0)[0]);
        Assert.Equal([1_000, 999, 998], Page(3_001));
        Assert.Equal([6, 4, 3], Page(3_995));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_in_dutch()
    {
        var file = Path.GetTempFileName();
        var problem = Assert.Throws<IOException>(() => SearchIndex.Open(Path.Combine(file, "search.db"), "a"));
        Assert.Contains("schrijfrechten", problem.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static long[] Newest(TempIndex index, string text) =>
        [.. index.Index.Search(new SearchRequest { Text = text, Order = SearchOrder.Newest }).Hits.Select(hit => hit.ArticleId)];
}
