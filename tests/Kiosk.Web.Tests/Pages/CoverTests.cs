using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Pages;

public sealed class CoverTests
{
    [Theory]
    [InlineData("Vier op de tien signalen blijven liggen", "", "4 op 10", "")]
    [InlineData("Een op de vijf huishoudens heeft problematische schulden", "", "1 op 5", "")]
    [InlineData("Kortere trajecten: 18 maanden en dan?", "", "18", "maanden")]
    [InlineData("Incassokosten halveren", "Het plan raakt rekeningen onder de 250 euro.", "€ 250", "")]
    [InlineData("€ 1,5 miljoen voor schuldhulp", "", "€ 1,5", "miljoen")]
    [InlineData("Toeslag bereikt 6 procent minder mensen", "", "6%", "")]
    [InlineData("Dwangakkoord", "Op grond van artikel 287a van de wet.", "§ 287a", "")]
    [InlineData("De nieuwe VTLB-berekening", "", "vtlb", "")]
    [InlineData("Wijziging wgs gepubliceerd", "", "Wgs", "")]
    [InlineData("Rechter noemt brief ‘onnodig dreigend’ over 250 euro", "", "€ 250", "")]
    [InlineData("Rechter noemt brief ‘onnodig dreigend’", "Het ging om 250 euro.", "‘onnodig dreigend’", "")]
    [InlineData("Inwoner: \"Ik durf de post weer open te maken\"", "", "‘Ik durf de post weer open te maken’", "")]
    [InlineData("Auto's en scooters van baliemedewerkers", "", "baliemedewerkers", "")]
    [InlineData("De inwoner aan tafel", "", "inwoner", "")]
    [InlineData("Open de brief, ik zit ernaast", "", "brief", "")]
    [InlineData("Maatschappelijke kosten van betalingsachterstanden", "", "betalingsachterstanden", "")]
    public void The_mark_is_the_strong_word_of_title_or_lead(string title, string lead, string mark, string note)
    {
        var found = CoverMark.Find(title, lead);

        Assert.Equal((mark, note), (Cover.Plain(found?.Mark ?? "").Replace('\u00a0', ' '), found?.Note));
    }

    [Theory]
    [InlineData("Begroting 2027 gepresenteerd")]
    [InlineData("Bijeenkomst op 11 december")]
    [InlineData("De zitting begint om 14.30")]
    [InlineData("De inwoner aan tafel")]
    public void Years_dates_and_times_are_no_marks(string title) => Assert.DoesNotContain(CoverMark.Find(title, "")!.Value.Mark, char.IsDigit);

    [Fact]
    public void The_title_goes_before_the_lead_and_a_number_before_an_abbreviation() =>
        Assert.Equal("12", CoverMark.Find("Wsnp duurt voortaan 12 maanden", "Voor 40 gemeenten.")?.Mark);

    [Fact]
    public void Without_a_telling_word_the_source_gives_its_monogram() =>
        Assert.Equal("BB", Card("Wat nu?", source: "Binnenlands Bestuur").Cover.Mark);

    [Fact]
    public void What_editors_chose_goes_before_all_else()
    {
        var card = Card("Kortere trajecten: 18 maanden", "Bron");
        var cover = Cover.For(card, new ArticleCover { Mark = "Anderhalf jaar", Hue = 7 });
        Assert.Equal(("Anderhalf jaar", 7, ""), (Cover.Plain(cover.Mark), cover.Hue, cover.Note));
        Assert.Equal(("18", 7), (Cover.For(card, new ArticleCover { Hue = 7 }).Mark, Cover.For(card, new ArticleCover { Hue = 7 }).Hue));
    }

    [Theory]
    [InlineData("schuldhulpverlening", "schuld-hulp-ver-le-ning")]
    [InlineData("Vroegsignalering", "Vroeg-sig-na-le-ring")]
    [InlineData("vtlb", "vtlb")]
    public void A_long_word_may_be_broken_between_its_parts_and_syllables(string word, string broken) =>
        Assert.Equal(broken, TellingWord.Breakable(word).Replace('\u00ad', '-'));

    [Theory]
    [InlineData("Binnenlands Bestuur", "BB")]
    [InlineData("Nibud", "NI")]
    [InlineData("Lectoraat Schulden & Incasso", "LS")]
    [InlineData("???", "?")]
    [InlineData("X😀", "X😀")]
    [InlineData("é", "É")]
    public void A_monogram_is_one_or_two_capitals(string name, string monogram) => Assert.Equal(monogram, Cover.Monogram(name));

    [Theory]
    [InlineData("7", "xl")]
    [InlineData("18", "xl")]
    [InlineData("SW", "l")]
    [InlineData("vtlb", "l")]
    [InlineData("Wgs", "l")]
    [InlineData("2024", "m")]
    [InlineData("4 op 10", "s")]
    [InlineData("‘Ik durf de post weer open te maken’", "xs")]
    public void The_mark_is_set_as_large_as_it_fits(string mark, string size) =>
        Assert.Equal(size, new Cover(ArticleKind.Nieuws, 1, "", mark, "", "").Size);

    [Fact]
    public void Twelve_sources_in_a_row_have_twelve_colours()
    {
        Assert.All(Enumerable.Range(0, 500), id => Assert.InRange(Cover.HueOf(id), 1, 12));
        Assert.Equal(12, Enumerable.Range(1, 12).Select(Cover.HueOf).Distinct().Count());
    }

    [Fact]
    public void What_stands_in_brackets_behind_a_source_stays_off_the_cover() =>
        Assert.Equal("Werkvloer", Cover.Plain(Cover.For(Card("Kop", "Werkvloer (demo)")).Source));

    [Fact]
    public void A_long_name_of_a_source_is_broken_between_its_parts() =>
        Assert.Equal("Schuld-hulp-ver-le-ning", Cover.For(Card("Kop", "Schuldhulpverlening")).Source.Replace('\u00ad', '-'));

    [Fact]
    public void A_hostile_title_costs_little() => Assert.Null(CoverMark.Find(new string('1', 100_000), new string(' ', 100_000)));

    private static ArticleCard Card(string title, string source) =>
        new(1, title, "", ArticleKind.Nieuws, TestKiosk.Now, 0, null, 1, "bron", source, Rights.Excerpt);
}
