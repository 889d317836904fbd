using Kiosk.Search.References;

namespace Kiosk.Search.Tests.References;

public sealed class LawArticleTests
{
    [Theory]
    [InlineData("art. 4a Wgs", "wgs/4a", "artikel 4a Wgs", "https://wetten.overheid.nl/jci1.3:c:BWBR0031331&artikel=4a")]
    [InlineData("artikel 287a van de Faillissementswet", "fw/287a", "artikel 287a Fw", "https://wetten.overheid.nl/jci1.3:c:BWBR0001860&artikel=287a")]
    [InlineData("6:162 BW", "bw/6:162", "artikel 6:162 BW", "https://wetten.overheid.nl/jci1.3:c:BWBR0005289&artikel=162")]
    [InlineData("Participatiewet", "pw", "Pw", "https://wetten.overheid.nl/BWBR0015703")]
    [InlineData("Wki", "wki", "Wki", "https://wetten.overheid.nl/zoeken/zoekresultaat/titel/Wki")]
    public void What_an_editor_types_is_kept_in_one_spelling_and_leads_to_the_law(string typed, string key, string label, string address)
    {
        var law = LawArticle.Typed(typed)!;
        Assert.Equal((key, label, address), (law.Key, law.Label, law.Address));
        Assert.Equal(law, LawArticle.Parse(key));
    }

    [Theory]
    [InlineData("iets anders")]
    [InlineData("artikel 3")]
    [InlineData("")]
    public void What_is_no_law_is_refused(string typed) => Assert.Null(LawArticle.Typed(typed));

    [Fact]
    public void A_text_gives_each_article_once_the_most_named_first() => Assert.Equal(
        ["fw/285", "wgs/3"],
        LawArticle.In("Artikel 3 lid 2 Wgs en art. 285 Fw. Zie ook artikel 285, eerste lid, van de Faillissementswet.", 8).Select(law => law.Key));
}
