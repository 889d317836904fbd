using Kiosk.Search.Analysis;

namespace Kiosk.Search.Tests.Analysis;

public sealed class DutchAnalyzerTests
{
    [Theory]
    [InlineData("Financiële problemen", "financiele problemen")]
    [InlineData("café", "CAFE")]
    [InlineData("vĳf", "vijf")]
    [InlineData("auto’s", "auto's")]
    [InlineData("foto's", "foto")]
    [InlineData("reëel", "re\u0065\u0308el")]
    [InlineData("co\u00ADöperatie", "coöperatie")]
    [InlineData("€ 1.500", "1500 euro")]
    [InlineData("b.v.", "BV")]
    [InlineData("schulden", "schuld")]
    [InlineData("gemeentes", "gemeente")]
    [InlineData("vonnissen", "vonnis")]
    [InlineData("procedures", "procedure")]
    [InlineData("incassobureaus", "incassobureau")]
    [InlineData("schuldhulpmaatjes", "schuldhulpmaatje")]
    [InlineData("adressen", "adres")]
    [InlineData("perspectieven", "perspectief")]
    [InlineData("studiebeurzen", "studiebeurs")]
    [InlineData("raadsleden", "raadslid")]
    [InlineData("categorieën", "categorie")]
    [InlineData("overheden", "overheid")]
    [InlineData("theorieën", "theorie")]
    [InlineData("budgetcoaches", "budgetcoach")]
    [InlineData("voorwaardes", "voorwaarden")]
    [InlineData("schrijven", "schrijf")]
    [InlineData("individuele", "individueel")]
    [InlineData("serieuze", "serieus")]
    [InlineData("vermogens", "vermogen")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("m²", "m2")]
    public void Spellings_of_one_word_give_one_term(string one, string other) => Assert.Equal(Terms(one)[0], Terms(other)[0]);

    [Theory]
    [InlineData("regeling", "regels")]
    [InlineData("rekening", "rekenen")]
    [InlineData("beschikking", "beschikbaar")]
    [InlineData("belasting", "belast")]
    [InlineData("vereniging", "veren")]
    [InlineData("overheid", "over")]
    [InlineData("kans", "kan")]
    [InlineData("wet", "weten")]
    [InlineData("advies", "advie")]
    [InlineData("maatje", "maat")]
    public void Words_of_the_field_are_not_thrown_together_with_others(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Theory]
    [InlineData("1.234,56 euro", "1234,56|euro")]
    [InlineData("art. 4a Wgs", "art|4a|wgs")]
    [InlineData("12.05.2024", "12.05.2024")]
    [InlineData("schulden.Daarna", "schuld|daarna")]
    [InlineData("ja,nee", "ja|nee")]
    [InlineData("d.w.z.", "dwz")]
    [InlineData("info@voorbeeld.nl", "info|voorbeeld|nl")]
    [InlineData("en/of", "en|of")]
    [InlineData("'s ochtends", "s|ochtend")]
    [InlineData("𝒮chuld", "schuld")]
    [InlineData("😀 schuld 🎉", "schuld")]
    [InlineData("الديون", "الديون")]
    [InlineData("\uD800schuld\uDC00", "schuld")]
    [InlineData("-- - ' . ,", "")]
    [InlineData("", "")]
    public void Words_are_found_where_a_reader_sees_them(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', Terms(text)));

    [Fact]
    public void A_hyphenated_word_gives_the_whole_and_its_parts()
    {
        var tokens = DutchAnalyzer.Analyze("De WOZ-waarde stijgt");
        Assert.Equal(
            [("de", 0, TokenKind.Word), ("wozwaard", 1, TokenKind.Word), ("woz", 1, TokenKind.Part), ("waard", 2, TokenKind.Part), ("stijgt", 3, TokenKind.Word)],
            tokens.Select(token => (token.Text, token.Position, token.Kind)));
        Assert.Equal([false, true, false, false, false], tokens.Select(token => token.IsWhole));
    }

    [Fact]
    public void Tokens_tell_where_they_stand_in_the_original()
    {
        const string Text = "Één foto’s-map: “Schuldén”";
        Assert.Equal(["Één", "foto’s-map", "foto’s", "map", "Schuldén"], DutchAnalyzer.Analyze(Text).Select(token => Text[token.Start..token.End]));
    }

    [Fact]
    public void Stop_words_are_marked_and_keep_their_place()
    {
        var tokens = DutchAnalyzer.Analyze("Hoe lang duurt een schuldregeling");
        Assert.Equal([true, false, false, true, false], tokens.Select(token => token.IsStopWord));
        Assert.Equal([0, 1, 2, 3, 4], tokens.Select(token => token.Position));
    }

    [Fact]
    public void A_rule_of_dashes_and_letters_is_only_taken_apart() =>
        Assert.DoesNotContain(DutchAnalyzer.Analyze("a-b-c-d-e-f-g-h"), token => token.IsWhole);

    [Fact]
    public void A_word_of_a_megabyte_is_cut_off()
    {
        var token = Assert.Single(DutchAnalyzer.Analyze(new string('x', 1_000_000)));
        Assert.Equal((100, 1_000_000), (token.Text.Length, token.Length));
    }

    [Fact]
    public void A_megabyte_of_hyphens_and_letters_is_read_in_time()
    {
        var tokens = DutchAnalyzer.Analyze(string.Concat(Enumerable.Repeat("ab-", 300_000)));
        Assert.Equal(300_000, tokens.Count);
    }

    private static string[] Terms(string text) => [.. DutchAnalyzer.Analyze(text).Where(token => !token.IsWhole).Select(token => token.Text)];
}
