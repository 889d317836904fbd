namespace Kiosk.Search.Tests.Ranking;

public sealed class FacetTests
{
    private static IndexedArticle[] Three =>
    [
        Articles.One(1, "Schuld") with { Kind = "nieuws", Source = "nos", SourceName = "NOS", Topics = ["wsnp", "toegang"], TopicNames = ["Wsnp", "Toegang"], Phases = ["toegang"] },
        Articles.One(2, "Schuld") with { Kind = "wet", Source = "nos", SourceName = "NOS", Topics = ["wsnp"], TopicNames = ["Wsnp"], Evidence = "geldend-recht" },
        Articles.One(3, "Schuld", day: 400) with { Kind = "wet", Source = "nibud", SourceName = "Nibud" },
    ];

    [Fact]
    public void Every_property_is_counted_over_all_matches()
    {
        using var index = new TempIndex([.. Three, Articles.One(4, "Iets anders") with { Kind = "nieuws" }]);
        var page = index.Index.Search(new() { Text = "schuld", WithFacets = true, Take = 1 });
        Assert.Equal("wet 2, nieuws 1", Counts(page, Facet.Kind));
        Assert.Equal("nos 2, nibud 1", Counts(page, Facet.Source));
        Assert.Equal("wsnp 2, toegang 1", Counts(page, Facet.Topic));
        Assert.Equal("2027 1, 2026 2", Counts(page, Facet.Year));
        Assert.Equal("toegang 1", Counts(page, Facet.Phase));
        Assert.Equal("geldend-recht 1", Counts(page, Facet.Evidence));
        Assert.Equal("NOS", page.Facets[Facet.Source][0].Name);
    }

    [Fact]
    public void What_is_chosen_of_a_property_narrows_the_others_but_not_itself()
    {
        using var index = new TempIndex(Three);
        var page = index.Index.Search(new() { Text = "schuld", WithFacets = true, Selected = new Dictionary<Facet, IReadOnlyCollection<string>> { [Facet.Kind] = ["nieuws"] } });
        Assert.Equal([1], page.Hits.Select(hit => hit.ArticleId));
        Assert.Equal("wet 2, nieuws 1", Counts(page, Facet.Kind));
        Assert.Equal("nos 1", Counts(page, Facet.Source));
        Assert.True(page.Facets[Facet.Kind].Single(count => count.Value == "nieuws").Selected);
    }

    [Fact]
    public void Values_of_one_property_add_and_properties_narrow()
    {
        using var index = new TempIndex(Three);
        var chosen = new Dictionary<Facet, IReadOnlyCollection<string>> { [Facet.Kind] = ["nieuws", "wet"], [Facet.Source] = ["nos"] };
        Assert.Equal(2, index.Index.Search(new() { Text = "schuld", Selected = chosen }).Total);
    }

    [Fact]
    public void Partial_matches_count_too()
    {
        using var index = new TempIndex(Three);
        var page = index.Index.Search(new() { Text = "schuld xylofoon", WithFacets = true });
        Assert.Equal((3, 0), (page.Total, page.Whole));
        Assert.Equal("wet 2, nieuws 1", Counts(page, Facet.Kind));
    }

    [Fact]
    public void Counts_are_right_over_many_segments_with_articles_replaced_and_removed()
    {
        using var index = new TempIndex();
        for (var id = 1; id <= 200; id++)
            index.Put(Articles.One(id, "Schuld", day: id) with { Kind = "nieuws" });
        for (var id = 1; id <= 200; id += 2)
            index.Put(Articles.One(id, "Schuld", day: id) with { Kind = "wet" });
        index.Remove([.. Enumerable.Range(1, 50).Select(id => (long)id)]);
        var page = index.Index.Search(new() { Text = "schuld", WithFacets = true });
        Assert.Equal((150, "nieuws 75, wet 75"), (page.Total, Counts(page, Facet.Kind)));
    }

    private static string Counts(SearchPage page, Facet facet) => string.Join(", ", page.Facets[facet].Select(count => $"{count.Value} {count.Count}"));
}
