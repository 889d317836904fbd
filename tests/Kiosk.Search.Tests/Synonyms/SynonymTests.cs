using Kiosk.Search.Queries;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Tests.Synonyms;

public sealed class SynonymTests
{
    private static readonly Thesaurus Words = new(SynonymFile.Parse("""
        # een opmerking
        wsnp = wet schuldsanering natuurlijke personen = wettelijke schuldsanering
        vtlb = vrij te laten bedrag
        vtlb > beslagvrije voet
        msnp-verzoek > verzoekschrift
        niet-gebruik = niet gebruik van regelingen
        """, out _));

    [Theory]
    [InlineData("wsnp", "wsnp: wet schuldsanering natuurlijke personen, wettelijke schuldsanering")]
    [InlineData("WSNP verzoek", "wsnp: wet schuldsanering natuurlijke personen, wettelijke schuldsanering")]
    [InlineData("duur wettelijke schuldsanering", "wettelijke schuldsanering: wsnp, wet schuldsanering natuurlijke personen")]
    [InlineData("vtlb", "vtlb: vrij te laten bedrag, beslagvrije voet")]
    [InlineData("vrij te laten bedrag", "vrij te laten bedrag: vtlb")]
    [InlineData("beslagvrije voet", "")]
    [InlineData("schuldsanering", "")]
    [InlineData("msnp-verzoek", "msnp-verzoek: verzoekschrift")]
    [InlineData("\"msnp-verzoek\"", "")]
    [InlineData("niet-gebruik", "niet-gebruik: niet gebruik van regelingen")]
    [InlineData("gebruik", "")]
    [InlineData("-wsnp huis", "")]
    [InlineData("\"wettelijke schuldsanering\"", "")]
    [InlineData("wsn*", "")]
    public void A_term_brings_what_means_the_same(string question, string used) =>
        Assert.Equal(used, string.Join("; ", SynonymExpander.Expand(Query.Parse(question), Words).Used.Select(synonym => $"{synonym.Typed}: {string.Join(", ", synonym.Others)}")));

    [Fact]
    public void An_expanded_question_finds_the_other_word()
    {
        var article = new IndexedArticle { Id = 1, Title = "De wettelijke schuldsanering duurt korter", Url = "https://example.org/1", Published = DateTimeOffset.UnixEpoch };
        var question = Query.Parse("wsnp korter");
        Assert.False(question.Matches(article));
        Assert.True(SynonymExpander.Expand(question, Words).Query.Matches(article));
    }

    [Fact]
    public void A_question_without_terms_stays_the_same_object()
    {
        var question = Query.Parse("huur");
        Assert.Same(question, SynonymExpander.Expand(question, Words).Query);
    }

    [Theory]
    [InlineData("wsnp", "Regel 1: ‘wsnp’ staat alleen. Zet er met = of > een ander woord naast.")]
    [InlineData("\nwsnp =", "Regel 2: in ‘wsnp =’ ontbreekt een woord. Zet aan beide kanten van = en > een woord.")]
    [InlineData("a > b > c", "Regel 1: er staan twee pijlen (>). Maak er twee regels van.")]
    public void What_cannot_be_read_is_said(string text, string problem)
    {
        Assert.Empty(SynonymFile.Parse(text, out var problems));
        Assert.Equal([problem], problems);
    }

    [Fact]
    public void The_packaged_list_reads_whole_and_has_no_term_twice_on_a_line()
    {
        var rules = SynonymFile.Parse(SynonymFile.Packaged(), out var problems);
        Assert.Empty(problems);
        Assert.InRange(rules.Count, 120, 5_000);
        Assert.DoesNotContain(rules, rule => rule.Terms.Concat(rule.Also).Distinct().Count() < rule.Terms.Count + rule.Also.Count);
        Assert.NotEmpty(SynonymExpander.Expand(Query.Parse("wgs"), Thesaurus.Field).Used);
    }
}
