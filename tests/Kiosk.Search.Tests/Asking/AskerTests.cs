namespace Kiosk.Search.Tests.Asking;

public sealed class AskerTests
{
    private static readonly IndexedArticle[] Three =
    [
        Articles.One(1, "Bewindvoerder in de gemeente", "De bewindvoerder betaalt de huur."),
        Articles.One(2, "Coördinatie van hulp", "Over financiële zorgen."),
        Articles.One(3, "Huurschuld", "Over artikel 285, eerste lid, van de Faillissementswet."),
    ];

    [Fact]
    public void What_finds_nothing_is_corrected_at_once_and_said()
    {
        using var index = new TempIndex(Three);
        var page = index.Search("bewintvoerder");
        Assert.Equal(("bewindvoerder", true), (page.Suggestion, page.IsCorrected));
        Assert.Equal([1], page.Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void The_way_back_finds_what_was_typed()
    {
        using var index = new TempIndex(Three);
        var page = index.Index.Search(new() { Text = "bewintvoerder", Exactly = true });
        Assert.Equal((null, false, 0), (page.Suggestion, page.IsCorrected, page.Total));
    }

    [Fact]
    public void A_question_that_somebody_saved_keeps_its_spelling_and_finds_what_means_the_same()
    {
        using var index = new TempIndex(Three);
        Assert.Equal(0, index.Index.Search(new() { Text = "bewintvoerder", AsTyped = true }).Total);
        Assert.Equal([3], index.Index.Search(new() { Text = "Fw", AsTyped = true }).Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void A_word_with_its_diacritics_is_only_suggested()
    {
        using var index = new TempIndex(Three);
        var page = index.Search("coordinatie");
        Assert.Equal(("coördinatie", false), (page.Suggestion, page.IsCorrected));
        Assert.Equal([2], page.Hits.Select(hit => hit.ArticleId));
    }

    [Fact]
    public void What_would_find_nothing_is_not_suggested()
    {
        using var index = new TempIndex(Three);
        index.Remove(1);
        Assert.Null(index.Search("bewintvoerder").Suggestion);
    }

    [Theory]
    [InlineData("art. 285 Fw")]
    [InlineData("artikel 285 lid 1 Fw")]
    public void A_reference_is_found_however_it_is_written(string question)
    {
        using var index = new TempIndex(Three);
        Assert.Equal(3, index.Ids(question)[0]);
        Assert.Equal(1, index.Search(question).Whole);
    }

    [Fact]
    public void A_part_finds_the_compound_below_the_word_itself_and_marks_the_whole_word()
    {
        using var index = new TempIndex(Articles.One(1, "Schuldhulpverlening", day: 9), Articles.One(2, "Hulp"), Articles.One(3, "Anders"));
        var hits = index.Search("hulp").Hits;
        Assert.Equal([2, 1], hits.Select(hit => hit.ArticleId));
        Assert.Equal(new TextPart("Schuldhulpverlening", true), Assert.Single(hits[1].Title));
        Assert.Empty(index.Ids("\"hulp schuldhulpverlening\""));
    }

    [Fact]
    public void A_question_in_a_sentence_gets_one_list_and_words_side_by_side_get_whole_matches_first()
    {
        using var index = new TempIndex(
            Articles.One(1, "Beslagvrije voet: dit deel van je loon blijft van jou", "Van je loon houd je de beslagvrije voet. De beslagvrije voet hangt af van je loon en je gezin."),
            Articles.One(2, "Besluit van 1 mei", "In dit besluit staat een deel van de tekst over loon. De deurwaarder komt erin voor, en ook de beslagvrije voet."));
        var sentence = index.Search("Welk deel van mijn loon moet de deurwaarder mij laten als beslagvrije voet?");
        Assert.Equal([(1, true), (2, false)], sentence.Hits.Select(hit => (hit.ArticleId, hit.Partial)));
        Assert.Equal((true, 2, 1), (sentence.IsOneList, sentence.Total, sentence.Whole));
        var words = index.Search("deel loon deurwaarder beslagvrije voet");
        Assert.Equal([(2, false), (1, true)], words.Hits.Select(hit => (hit.ArticleId, hit.Partial)));
        Assert.False(words.IsOneList);
    }

    [Fact]
    public void Parts_of_a_compound_stand_apart_only_where_little_else_is_found_and_that_is_said()
    {
        using var index = new TempIndex(Articles.One(1, "Hulp bij schulden voor jongeren"), Articles.One(2, "Schulden van bedrijven"));
        var page = index.Search("schuldhulpverlening jongeren");
        Assert.Equal([1], page.Hits.Where(hit => !hit.Partial).Select(hit => hit.ArticleId));
        Assert.Contains(page.AlsoSought.SelectMany(used => used.Others), other => other.Contains("los van elkaar", StringComparison.Ordinal));
        Assert.Equal(page.Hits[0].Score, index.Index.Explain("schuldhulpverlening jongeren", 1)!.Value, 6);
        Assert.Equal(0, index.Index.Search(new() { Text = "schuldhulpverlening jongeren", Exactly = true }).Whole);
        index.Put([.. Enumerable.Range(10, 3).Select(id => Articles.One(id, "Schuldhulpverlening voor jongeren"))]);
        Assert.DoesNotContain(1, index.Search("schuldhulpverlening jongeren").Hits.Where(hit => !hit.Partial).Select(hit => hit.ArticleId));
    }

    [Fact]
    public void A_part_within_the_first_part_of_a_compound_does_not_count_as_one_more()
    {
        using var index = new TempIndex(Articles.One(1, "Schuldhulp in de wijk"), Articles.One(2, "Een maatje voor schuldhulp", "Hulp op maat bij schuld."));
        Assert.Equal([2], index.Search("schuldhulpmaatje").Hits.Select(hit => hit.ArticleId));
    }
}
