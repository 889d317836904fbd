using Kiosk.Search.Analysis;
using Kiosk.Search.References;

namespace Kiosk.Search.Tests.References;

public sealed class ReferenceReaderTests
{
    [Theory]
    [InlineData("artikel 285 Fw", "art285fw")]
    [InlineData("art. 285 van de Faillissementswet", "art285fw")]
    [InlineData("285 fw", "art285fw")]
    [InlineData("art 4a wgs", "art4awgs")]
    [InlineData("Artikel 4a van de Wet gemeentelijke schuldhulpverlening", "art4awgs")]
    [InlineData("artikel 3 lid 2 Wgs", "art3lid2wgs art3wgs")]
    [InlineData("artikel 3, tweede lid, van de Wgs", "art3lid2wgs art3wgs")]
    [InlineData("artikel 3, tweede lid, aanhef en onder b, Wgs", "art3lid2wgs art3wgs")]
    [InlineData("art. 6:162 BW", "art6p162bw")]
    [InlineData("de artikelen 287, 287a en 288 Fw", "art287fw art287afw art288fw")]
    [InlineData("ECLI:NL:HR:2019:123", "eclinlhr2019123")]
    [InlineData("zie ecli:nl:rbams:2024:45.", "eclinlrbams202445")]
    [InlineData("ECLI NL HR 2019 123", "eclinlhr2019123")]
    [InlineData("NL:HR:2019:123", "eclinlhr2019123")]
    [InlineData("ECLI:NL:HR:2005:AR1234", "eclinlhr2005ar1234")]
    [InlineData("ecli:nl:hr:2019 over", "")]
    [InlineData("BWBR0031331", "bwbr0031331")]
    [InlineData("BWBR 0031331", "bwbr0031331")]
    [InlineData("Kamerstuk 24515-567", "kst24515nr567 kst24515")]
    [InlineData("Kamerstukken II 2022/23, 24 515, nr. 567", "kst24515nr567 kst24515")]
    [InlineData("24 515, nr. 567", "kst24515nr567 kst24515")]
    [InlineData("dossier 24515", "kst24515")]
    [InlineData("€ 1.250,50", "eur125050")]
    [InlineData("1250,50 euro", "eur125050")]
    [InlineData("€ 1.250,-", "eur125000")]
    [InlineData("€1,5 miljoen", "eur150000000")]
    [InlineData("1,5 miljoen", "1500000")]
    [InlineData("7,5%", "pct750")]
    [InlineData("7,5 procent", "pct750")]
    [InlineData("artikel 285 gaat daarover", "")]
    [InlineData("op 3 mei 2024 om 14.30", "")]
    [InlineData("bel 020-1234567", "")]
    public void Every_spelling_gives_the_same_keys(string text, string keys) =>
        Assert.Equal(keys, string.Join(' ', ReferenceReader.Read(text).SelectMany(reference => reference.Keys)));

    [Fact]
    public void A_reference_stands_at_its_first_word()
    {
        var tokens = DutchAnalyzer.Analyze("Volgens artikel 285 Fw moet dat", AnalysisFilters.All);
        var reference = Assert.Single(tokens, token => token.Text == "art285fw");
        Assert.Equal((1, 8, 14, true), (reference.Position, reference.Start, reference.Length, reference.IsBeside));
    }

    [Fact]
    public void A_text_of_numbers_alone_is_read_in_time_that_grows_with_its_length() =>
        Assert.Empty(ReferenceReader.Read(string.Concat(Enumerable.Repeat("1, ", 50_000))));
}
