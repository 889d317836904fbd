using Kiosk.Search.Analysis;

namespace Kiosk.Search.Tests.Analysis;

public sealed class DutchStemmerTests
{
    [Fact]
    public void Words_of_every_step_get_the_stem_of_the_published_algorithm()
    {
        var pairs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "stems.tsv")).Select(line => line.Split('\t')).ToList();
        Assert.True(pairs.Count > 200);
        Assert.All(pairs, pair => Assert.Equal(pair[1], DutchStemmer.Stem(pair[0])));
    }

    [Fact]
    public void Words_that_the_newer_algorithm_throws_together_stay_apart()
    {
        Assert.NotEqual(DutchStemmer.Stem("gemeente"), DutchStemmer.Stem("mening"));
        Assert.NotEqual(DutchStemmer.Stem("mening"), DutchStemmer.Stem("menen"));
        Assert.NotEqual(DutchStemmer.Stem("gezin"), DutchStemmer.Stem("zin"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("en")]
    [InlineData("1.234,56")]
    [InlineData("heid")]
    public void A_word_too_short_for_any_step_stays_as_it_is(string word) => Assert.Equal(word, DutchStemmer.Stem(word));

    [Fact]
    public void A_word_of_a_thousand_letters_has_a_stem() => Assert.Equal(new string('a', 997) + "b", DutchStemmer.Stem(new string('a', 997) + "ben"));
}
