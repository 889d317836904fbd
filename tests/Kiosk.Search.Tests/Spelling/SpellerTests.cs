using Kiosk.Search.Spelling;

namespace Kiosk.Search.Tests.Spelling;

public sealed class SpellerTests
{
    private static readonly Speller Archive = new(new SpellingWords("schuldhulpverlening bewindvoerder bijstand gemeente coördinatie financiële incassobureau kwijtschelding beslagvrije voet crediteur betaald huurtoeslag schuld schulden faillissement onmiddellijk pannenkoek"
        .Split(' ').Select((word, i) => KeyValuePair.Create(word, 10L + i))));

    [Theory]
    [InlineData("schuldhulpverleening", "schuldhulpverlening")]
    [InlineData("schuldhulpverlenign", "schuldhulpverlening")]
    [InlineData("bewintvoerder", "bewindvoerder")]
    [InlineData("beistand", "bijstand")]
    [InlineData("gemeentte", "gemeente")]
    [InlineData("coordinatie", "coördinatie")]
    [InlineData("financiele", "financiële")]
    [InlineData("inkassoburo", "incassobureau")]
    [InlineData("kwijdschelding", "kwijtschelding")]
    [InlineData("krediteur", "crediteur")]
    [InlineData("betaalt", "betaald")]
    [InlineData("huurtoeslah", "huurtoeslag")]
    [InlineData("failisement", "faillissement")]
    [InlineData("onmiddelijk", "onmiddellijk")]
    [InlineData("pannekoek", "pannenkoek")]
    [InlineData("beslagvrijevoet", "beslagvrije voet")]
    public void The_likeliest_word_of_the_archive_comes_first(string typed, string meant) => Assert.Equal(meant, Archive.Suggest(typed)[0].Text);

    [Theory]
    [InlineData("gemeente")]
    [InlineData("Gemeente")]
    [InlineData("zeppelin")]
    [InlineData("ab")]
    [InlineData("2024x")]
    [InlineData("")]
    public void A_known_word_and_a_word_like_no_other_get_no_suggestion(string typed) => Assert.Empty(Archive.Suggest(typed));

    [Fact]
    public void Of_words_as_near_the_more_frequent_comes_first()
    {
        var speller = new Speller(new SpellingWords([KeyValuePair.Create("huis", 2L), KeyValuePair.Create("muis", 900L)]));
        Assert.Equal("muis", speller.Suggest("ruis")[0].Text);
    }

    [Fact]
    public void Another_form_of_a_known_word_is_no_error_but_its_diacritics_may_be()
    {
        Assert.Empty(Archive.Suggest("bewintvoerder", hasForm: _ => true));
        Assert.Equal("financiële", Assert.Single(Archive.Suggest("financiele", hasForm: _ => true)).Text);
    }

    [Fact]
    public void A_rare_word_beside_a_very_common_one_may_be_an_error()
    {
        var speller = new Speller(new SpellingWords([KeyValuePair.Create("gemeente", 400L), KeyValuePair.Create("gemeennte", 2L), KeyValuePair.Create("gemeenschap", 3L)]));
        Assert.Equal("gemeente", Assert.Single(speller.Suggest("gemeennte")).Text);
        Assert.Empty(speller.Suggest("gemeenschap"));
    }

    [Fact]
    public void A_new_compound_of_known_words_is_no_error()
    {
        var speller = new Speller(new SpellingWords("huur schuld huurschuif".Split(' ').Select(word => KeyValuePair.Create(word, 1L))));
        Assert.Empty(speller.Suggest("huurschuld"));
    }

    [Theory]
    [InlineData("schuldhulp verlening gemeente", "schuldhulpverlening gemeente")]
    [InlineData("hulp bij beistand?", "hulp bij bijstand?")]
    [InlineData("schuldhulpverleening gemente", "schuldhulpverlening gemeente")]
    [InlineData("huur toeslag", "huurtoeslag")]
    [InlineData("schuld hulp verlening", "schuldhulpverlening")]
    [InlineData("gemente-schuld hulp", "gemeente-schuld hulp")]
    [InlineData("gemeente EN bewintvoerder", "gemeente EN bewindvoerder")]
    public void A_question_is_put_right_word_by_word(string typed, string meant) => Assert.Equal(meant, Archive.SuggestQuery(typed));

    [Theory]
    [InlineData("gemeente bijstand")]
    [InlineData("")]
    [InlineData("\"???\" -( *")]
    public void A_question_with_nothing_to_put_right_gives_null(string typed) => Assert.Null(Archive.SuggestQuery(typed));

    [Theory]
    [InlineData("verslavingzorg", "verslavingszorg")]
    [InlineData("toeslagaffaire", "toeslagenaffaire")]
    [InlineData("huurstoeslag", "huurtoeslag")]
    public void Letters_between_the_words_of_a_compound_are_put_right(string typed, string meant)
    {
        var speller = new Speller(new SpellingWords("verslaving zorg verslavingszorg toeslag affaire toeslagenaffaire huurtoeslag".Split(' ').Select((word, i) => KeyValuePair.Create(word, 900L / (i + 1)))));
        Assert.Equal(meant, speller.Suggest(typed)[0].Text);
    }

    [Theory]
    [InlineData("zzp-er", "zzp'er")]
    [InlineData("idee-en", "ideeën")]
    public void A_hyphen_where_another_sign_belongs_is_put_right(string typed, string meant)
    {
        var speller = new Speller(new SpellingWords("zzp'er ideeën idee".Split(' ').Select(word => KeyValuePair.Create(word, 5L))));
        Assert.Equal(meant, speller.SuggestQuery(typed));
    }

    [Fact]
    public void Words_apart_that_are_found_nowhere_together_are_not_suggested()
    {
        var speller = new Speller(new SpellingWords("ind entiteit identiteit".Split(' ').Select((word, i) => KeyValuePair.Create(word, 500L - (i * 240)))));
        Assert.Equal("ind entiteit", speller.Suggest("indentiteit")[0].Text);
        Assert.Equal("identiteit", speller.Suggest("indentiteit", finds: _ => false)[0].Text);
    }

    [Theory]
    [InlineData("gedwongen schuld")]
    [InlineData("nood bijstand")]
    [InlineData("bijstand lid schuld")]
    public void A_good_word_that_the_archive_does_not_have_stays_among_other_words(string query)
    {
        var speller = new Speller(new SpellingWords("schuld bijstand gedronken noot liet".Split(' ').Select(word => KeyValuePair.Create(word, 5L))));
        Assert.Null(speller.SuggestQuery(query, hasForm: _ => false));
    }
}
