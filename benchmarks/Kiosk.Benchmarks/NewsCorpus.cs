using System.Globalization;
using System.Text;

namespace Kiosk.Benchmarks;

/// <summary>
/// What sources write, as far as a harvest feels it: sentences over 20,000 words with frequencies after Zipf's law, of which the most common are
/// function words and words of the field, with names and amounts; one item in twenty takes over most of another source's. The same at every run.
/// </summary>
internal static class NewsCorpus
{
    private const int Vocabulary = 20_000;
    private const int OneInSoManyIsTakenOver = 20;

    private static readonly string[] Common =
        ("de het een van en in te dat op is voor met die zijn niet aan er om ook als bij of uit naar door wordt over hun kan dan nog maar meer tot deze heeft worden geen na wel moet zich "
        + "schuldhulp gemeente inwoner betaalt huur achterstand brief gesprek regeling termijn kredietbank schuldeiser voorstel saldo budget beheer besluit wet rechter toelating vroegsignalering "
        + "melding energie water zorgverzekeraar inkomen schulden aanvraag jaar mensen hulp geld maand bewindvoerder beslag loon uitkering deurwaarder incasso kosten rekening").Split(' ');

    private static readonly string[] Words = [.. Common, .. Enumerable.Range(0, Vocabulary - Common.Length).Select(SearchCorpus.Word)];
    private static readonly double[] Cumulative = SearchCorpus.Zipf(Vocabulary);

    /// <summary>A headline and a text of an item of a source.</summary>
    public static (string Title, string Text) Item(int source, int item, int words)
    {
        var random = new Random((source * 1_009) + item);
        if (source > 0 && random.Next(OneInSoManyIsTakenOver) == 0)
        {
            var (title, text) = Item(random.Next(source), item, words);
            return (title, Text(random, words / 5) + text[..(text.Length * 4 / 5)]);
        }

        return (Sentence(random, 8).TrimEnd('.'), Text(random, words));
    }

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var left = words; left > 0;)
        {
            var length = Math.Min(left, random.Next(6, 22));
            text.Append(Sentence(random, length)).Append(' ');
            left -= length;
        }

        return text.ToString();
    }

    private static string Sentence(Random random, int words)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));
        return string.Concat(char.ToUpperInvariant(sentence[0]).ToString(), sentence.AsSpan(1), ".");
    }

    private static string Word(Random random)
    {
        var found = Array.BinarySearch(Cumulative, random.NextDouble());
        var word = Words[Math.Min(Vocabulary - 1, found < 0 ? ~found : found)];
        return random.Next(100) switch
        {
            < 3 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word),
            < 5 => random.Next(1, 5_000).ToString(CultureInfo.InvariantCulture),
            _ => word,
        };
    }
}
