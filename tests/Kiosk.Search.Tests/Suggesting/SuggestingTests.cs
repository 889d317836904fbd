namespace Kiosk.Search.Tests.Suggesting;

public sealed class SuggestingTests
{
    private static TempIndex Filled() => new(
        Articles.One(1, "Schuldhulpverlening in de gemeente", "Over schuldeisers en aflossen van schulden.", 1) with { Topics = ["schuldregeling"], TopicNames = ["Schuldregeling"], Source = "sch", SourceName = "Schulinck" },
        Articles.One(2, "Schuldhulpverlening voor jongeren", "Jongeren en schuldeisers, aflossen en sparen.", 2),
        Articles.One(3, "Schuldeisers aan tafel", "Schuldeisers over aflossen.", 3),
        Articles.One(4, "Voetbal van Piet Jansen", "Iets heel anders.", 4));

    [Fact]
    public void Topics_sources_words_and_titles_complete_what_is_typed()
    {
        using var index = Filled();
        var found = index.Index.Suggest("schul");
        Assert.Contains(found, one => one is { Kind: SuggestionKind.Topic, Text: "Schuldregeling", Value: "schuldregeling" });
        Assert.Contains(found, one => one is { Kind: SuggestionKind.Source, Text: "Schulinck", Value: "sch" });
        Assert.Equal("schuldhulpverlening", found.First(one => one.Kind == SuggestionKind.Word).Text);
        Assert.Equal("3", found.First(one => one.Kind == SuggestionKind.Title).Value);
    }

    [Fact]
    public void Words_before_the_last_are_kept_and_wanted()
    {
        using var index = Filled();
        var found = index.Index.Suggest("Jongeren schuldh");
        Assert.Contains(found, one => one is { Kind: SuggestionKind.Word, Text: "Jongeren schuldhulpverlening" });
        Assert.Equal(["2"], found.Where(one => one.Kind == SuggestionKind.Title).Select(one => one.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("schuld ")]
    [InlineData("\"")]
    [InlineData("-- ")]
    [InlineData("😀")]
    [InlineData("xyzxyz")]
    public void Where_nothing_can_be_completed_nothing_is_offered(string text)
    {
        using var index = Filled();
        Assert.Empty(index.Index.Suggest(text));
    }

    [Fact]
    public void Articles_about_the_same_are_like_each_other()
    {
        using var index = Filled();
        var like = index.Index.MoreLike(3).Select(hit => hit.ArticleId).ToList();
        Assert.Equal([1, 2], like.Order());
        Assert.Empty(index.Index.MoreLike(99));
    }

    [Fact]
    public void Others_of_the_same_story_are_not_like_it_but_the_same()
    {
        using var index = Filled();
        index.Put(Articles.One(5, "Schuldeisers aan tafel", "Schuldeisers over aflossen.", 5) with { StoryId = 1 }, Articles.One(6, "Schuldeisers aan tafel", "Schuldeisers over aflossen.", 5) with { StoryId = 1 });
        Assert.DoesNotContain(index.Index.MoreLike(5), hit => hit.ArticleId == 6);
    }

    [Fact]
    public void Related_searches_come_from_titles_and_hold_no_names()
    {
        using var index = new TempIndex(
            Articles.One(1, "Jansen over schuld en loonbeslag"), Articles.One(2, "Jansen: schuld na loonbeslag"), Articles.One(3, "Een schuld"));
        Assert.Equal(["schuld loonbeslag"], index.Index.Related("schuld"));
    }
}
