using Kiosk.Search.Highlighting;
using Kiosk.Search.Queries;
using Kiosk.Search.Tests.Queries;

namespace Kiosk.Search.Tests.Highlighting;

public sealed class WordSieveTests
{
    private static readonly string[] Tricky =
    [
        "baas", "bas", "baren", "Één", "een", "e-mail", "email", "E‑mailadres", "foto’s", "'s-Gravenhage", "1.500", "2024", "d.w.z.", "dwz", "sch\u00ADuld", "huizen", "huis",
        "kinderen", "kind", "adde", "ad", "&", "–", "(hulp)", "hulp.", "financiële\u00A0nood", "ĳs", "ijs", "betalingsregelingen", "mogelijkheden", "mogelijkheid", "😀",
        "leden", "lid", "gezinsleden", "steden", "stad", "leven", "leef", "rozen", "roos", "ogen", "oog", "uren", "uur", "adressen", "adres", "plannen", "plan", "sociale", "sociaal", "boetes",
    ];

    [Fact]
    public void Sifting_finds_exactly_what_analysing_every_word_finds()
    {
        var random = new Random(7);
        var found = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word(random)));
            var question = round % 2 == 0 ? RandomQuestions.Next(random) : round % 3 == 0 ? $"\"{Word(random)} {Word(random)}\"" : $"{Word(random)} {Word(random)}*";
            var highlighter = new Highlighter(Query.Parse(question));
            var expected = highlighter.FindInAll(text).Select(token => (token.Start, token.Length));
            Assert.Equal((question, text, string.Join(' ', expected)), (question, text, string.Join(' ', highlighter.Find(text).Select(token => (token.Start, token.Length)))));
            found += expected.Count();
        }
        Assert.InRange(found, 1_000, int.MaxValue);
    }

    [Fact]
    public void A_text_without_the_words_is_not_analysed()
    {
        var sieve = WordSieve.For(["beslag", "2024"])!;
        Assert.Empty(sieve.Stretches("Een lange zin. Daar staat niets in (echt niet)."));
        Assert.Equal([(4, 14)], sieve.Stretches("Een loonbeslag in."));
        Assert.Null(WordSieve.For(["beslag", "art3wgs"]));
    }

    private static string Word(Random random) => random.Next(2) == 0 ? Tricky[random.Next(Tricky.Length)] : RandomQuestions.Text(random, 1);
}
