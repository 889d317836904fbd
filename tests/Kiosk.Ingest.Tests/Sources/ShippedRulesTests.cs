using Kiosk.Ingest.Sources;
using Kiosk.Search;
using Kiosk.Search.Queries;

namespace Kiosk.Ingest.Tests.Sources;

/// <summary>What the filters and rules of the shipped feeds.json make of headlines and openings; for readers of the field to judge.</summary>
public sealed class ShippedRulesTests
{
    private static readonly FeedsFile File = FeedsFile.ReadFile(FeedsFiles.Shipped("feeds.json")).File!;

    [Theory]
    [InlineData("Steeds meer huishoudens hebben schulden bij de energieleverancier")]
    [InlineData("Jongeren met schulden krijgen sneller hulp")]
    [InlineData("Incassobureaus rekenen te hoge kosten")]
    [InlineData("Kabinet verhoogt de beslagvrije voet")]
    [InlineData("Armoede onder werkenden neemt toe")]
    [InlineData("Achteraf betalen blijft populair onder jongeren")]
    [InlineData("Duizenden gezinnen hebben een betalingsachterstand bij de zorgverzekeraar")]
    public void The_news_keeps_what_the_field_wants(string text) => Assert.True(Keeps("nos-economie", text));

    [Theory]
    [InlineData("De schuldvraag blijft onbeantwoord na het treinongeluk")]
    [InlineData("De minister geeft Brussel de schuld van de hoge prijzen")]
    [InlineData("Verdachte zegt dat hij niet schuldig is")]
    [InlineData("Staatsschuld loopt op, maar de schulden van eurolanden dalen voor burgers")]
    [InlineData("Mediabedrijf bezwijkt onder schulden van twee miljard euro")]
    [InlineData("Het nieuwe bewind zet de economie naar zijn hand")]
    [InlineData("Beurs sluit hoger na meevallende cijfers")]
    public void The_news_leaves_out_what_only_sounds_like_it(string text) => Assert.False(Keeps("nos-economie", text));

    [Theory]
    [InlineData("Gemeente belt aan bij betalingsachterstanden: een signaal is genoeg", "vroegsignalering")]
    [InlineData("Intake bij schuldhulpverlening duurt te lang", "toegang-en-intake")]
    [InlineData("Saneringskrediet maakt schuldregelingen korter", "schuldregeling")]
    [InlineData("Rechtbank wijst wettelijke schuldsanering af", "wsnp")]
    [InlineData("Loonbeslag zonder rekening te houden met de beslagvrije voet", "beslagvrije-voet")]
    [InlineData("Deurwaarders willen minder vaak aanbellen", "incasso-en-deurwaarders")]
    [InlineData("Beschermingsbewindvoerder moet meer uren krijgen", "budgetbeheer-en-bewind")]
    [InlineData("Noodfonds Energie gaat weer open", "energiearmoede")]
    [InlineData("Studenten met schulden zoeken laat hulp", "jongeren")]
    [InlineData("Zzp'ers kloppen vaker aan bij de schuldhulp", "ondernemers")]
    [InlineData("Eén op de zes volwassenen is laaggeletterd", "laaggeletterdheid")]
    [InlineData("Huurtoeslag gaat omhoog", "toeslagen-en-inkomen")]
    [InlineData("Schaamte houdt mensen met geldzorgen tegen", "gedrag-en-stress")]
    [InlineData("Nazorg na een schuldregeling voorkomt terugval", "nazorg-en-terugval")]
    [InlineData("Financiele educatie op school werkt", "preventie-en-educatie")]
    [InlineData("Belastingdienst hervat de invordering", "overheid-als-schuldeiser")]
    [InlineData("Intervisie voor schuldhulpverleners", "lerende-organisatie")]
    [InlineData("Wetsvoorstel moet mensen met schulden beter beschermen", "beleid-en-wetgeving")]
    [InlineData("Monitor: armoede daalt licht", "onderzoek-en-cijfers")]
    public void Each_topic_finds_what_is_its_own(string text, string topic) => Assert.Contains(topic, Topics(text));

    [Theory]
    [InlineData("Curator en bewindvoerder van het winkelconcern praten met de gemeente over surseance")]
    [InlineData("De sporter begint met een schone lei aan het seizoen")]
    [InlineData("Moratorium op diepzeemijnbouw komt dichterbij")]
    [InlineData("Gerecht legt beslag op jacht van oligarch")]
    [InlineData("Automatische incasso mislukt door storing bij bank")]
    [InlineData("Het nieuwe bewind in Damascus treedt aan")]
    [InlineData("Jongeren geven de politiek de schuld")]
    public void No_topic_is_given_for_a_word_that_means_something_else(string text) => Assert.Empty(Topics(text));

    private static bool Keeps(string source, string text) =>
        Query.Parse(File.Sources.Single(candidate => candidate.Id == source).Filter!).Matches(Article(text));

    private static IEnumerable<string> Topics(string text) =>
        File.Topics.Where(topic => Query.Parse(topic.Rule!).Matches(Article(text))).Select(topic => topic.Id);

    private static IndexedArticle Article(string text) => new() { Id = 1, Title = text, Url = "https://krant.example/stuk", Published = DateTimeOffset.UnixEpoch };
}
