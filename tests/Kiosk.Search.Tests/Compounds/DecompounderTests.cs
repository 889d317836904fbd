using Kiosk.Search.Analysis;
using Kiosk.Search.Compounds;

namespace Kiosk.Search.Tests.Compounds;

public sealed class DecompounderTests
{
    [Theory]
    [InlineData("schuldhulpverlening", "schuld hulp verlening hulpverlening")]
    [InlineData("gemeentebegroting", "gemeente begroting")]
    [InlineData("huurachterstanden", "huur achterstand")]
    [InlineData("inkomensondersteuning", "inkomen ondersteuning")]
    [InlineData("huurwoningen", "huur woning")]
    [InlineData("zonnepanelen", "paneel")]
    [InlineData("kinderopvangtoeslag", "kinderopvang toeslag")]
    [InlineData("raadsledenoverleg", "overleg")]
    [InlineData("wanbetalersregeling", "wanbetalers regeling")]
    [InlineData("kostendelersnorm", "kostendelers norm")]
    [InlineData("wajonguitkering", "wajong uitkering")]
    [InlineData("schuldenaarsbewind", "schuldenaars bewind")]
    [InlineData("eenoudergezinnen", "gezinnen")]
    public void A_compound_gives_its_parts(string word, string parts)
    {
        var found = Decompounder.Dutch.PartsOf(word);
        foreach (var part in parts.Split(' '))
            Assert.Contains(part, found);
    }

    [Theory]
    [InlineData("deurwaarder")]
    [InlineData("schuldenaar")]
    [InlineData("regering")]
    [InlineData("verwarring")]
    [InlineData("rotterdam")]
    [InlineData("kantoor")]
    [InlineData("toeslag")]
    [InlineData("minister")]
    [InlineData("begroting")]
    [InlineData("aanvraag")]
    [InlineData("minnelijk")]
    [InlineData("verstrekken")]
    [InlineData("plaatsvervangend")]
    [InlineData("kosteloos")]
    [InlineData("mediator")]
    [InlineData("xqzwvplk")]
    [InlineData("")]
    public void A_simple_word_is_left_whole(string word) => Assert.Empty(Decompounder.Dutch.PartsOf(word));

    [Theory]
    [InlineData("betaalachterstand", "stand")]
    [InlineData("kredietverstrekker", "trekker")]
    [InlineData("rechtbankverslag", "bank")]
    [InlineData("dienstmaatregel", "maat")]
    public void A_part_that_is_a_notion_of_its_own_is_left_whole(string word, string within) => Assert.DoesNotContain(within, Decompounder.Dutch.PartsOf(word));

    [Fact]
    public void A_very_long_word_is_left_whole() => Assert.Empty(Decompounder.Dutch.PartsOf(string.Concat(Enumerable.Repeat("schuld", 2_000))));

    [Fact]
    public void A_word_is_not_its_own_part() => Assert.DoesNotContain("huurschuld", Decompounder.Dutch.PartsOf("huurschuld"));

    [Fact]
    public void Parts_stand_beside_the_word_at_its_position()
    {
        var tokens = DutchAnalyzer.Analyze("de gemeentebegroting van nu", AnalysisFilters.All);
        var part = Assert.Single(tokens, token => token.Form == "begroting");
        Assert.Equal((1, 3, 17, TokenKind.Part, true), (part.Position, part.Start, part.Length, part.Kind, part.IsBeside));
        Assert.Equal(2, tokens.Single(token => token.Form == "van").Position);
    }

    [Fact]
    public void Without_the_filter_there_are_no_parts() =>
        Assert.DoesNotContain(DutchAnalyzer.Analyze("gemeentebegroting"), token => token.IsBeside);

    [Fact]
    public void The_parts_of_a_hyphenated_word_are_taken_apart_too() =>
        Assert.Contains(DutchAnalyzer.Analyze("corona-huurschulden", AnalysisFilters.All), token => token.IsBeside && token.Form == "huur");
}
