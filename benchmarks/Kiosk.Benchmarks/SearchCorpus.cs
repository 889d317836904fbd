using System.Text;
using Kiosk.Search;

namespace Kiosk.Benchmarks;

/// <summary>
/// Articles of about 300 words that sound Dutch, with word frequencies after Zipf's law and a tail of words (names, compounds) that hardly any other
/// article has, so that the vocabulary grows with the archive as a real one does; the same at every run.
/// </summary>
internal static class SearchCorpus
{
    private const int Vocabulary = 60_000;

    /// <summary>One word in so many is put together of two: 1.5 million different ones in a million articles.</summary>
    private const int TailEvery = 200;

    private static readonly string[] Onsets = ["b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "sch", "st", "br", "gr", "kl"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "aa", "ee", "oo", "ij", "oe", "ei", "ie", "ui"];
    private static readonly string[] Ends = ["", "l", "n", "r", "s", "t", "k", "ng", "ld", "rt", "ng", "lijk", "heid", "en", "ing"];
    private static readonly string[] Words = MakeWords();
    private static readonly double[] Cumulative = Zipf(Vocabulary);

    /// <summary>Put into 60% of the articles.</summary>
    public const string CommonWord = "schulden";

    /// <summary>The word of this rank, 0 being the most common.</summary>
    public static string Word(int rank) => Words[rank];

    /// <summary>How often a word of at most each rank comes, 0 to 1.</summary>
    public static double[] Zipf(int ranks)
    {
        var sum = 0.0;
        var weights = Enumerable.Range(0, ranks).Select(rank => sum += 1 / (rank + 2.7)).ToArray();
        return [.. weights.Select(weight => weight / sum)];
    }

    public static IEnumerable<IndexedArticle> Articles(int count)
    {
        var random = new Random(1);
        for (var id = 1; id <= count; id++)
        {
            yield return new IndexedArticle
            {
                Id = id,
                Title = Text(random, 8, random.NextDouble() < 0.05),
                Lead = Text(random, 25, false),
                Body = Text(random, random.Next(200, 340), random.NextDouble() < 0.6),
                Url = $"https://voorbeeld.nl/{id}",
                Published = DateTimeOffset.UnixEpoch.AddYears(40).AddMinutes(id * 83L),
                Source = $"bron-{id % 40}",
                SourceName = $"Bron {id % 40}",
                Kind = id % 5 == 0 ? "rapport" : "nieuws",
                Topics = [$"onderwerp-{id % 12}", $"onderwerp-{id % 7}"],
                TopicNames = [Word(300 + (id % 12)), Word(300 + (id % 7))],
                Phases = id % 3 == 0 ? ["toegang"] : [],
                Roles = ["schuldhulpverlener"],
                Rights = "excerpt",
            };
        }
    }

    private static string Text(Random random, int words, bool common)
    {
        var text = new StringBuilder();
        var place = common ? random.Next(words) : -1;
        for (var i = 0; i < words; i++)
            text.Append(i == place ? CommonWord : Draw(random)).Append(i % 12 == 11 ? ". " : " ");
        return text.ToString();
    }

    private static string Draw(Random random)
    {
        if (random.Next(TailEvery) == 0)
            return Words[random.Next(Vocabulary)] + Words[random.Next(Vocabulary)];
        var found = Array.BinarySearch(Cumulative, random.NextDouble());
        return Words[Math.Min(Vocabulary - 1, found < 0 ? ~found : found)];
    }

    private static string[] MakeWords()
    {
        var random = new Random(2);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
            words.Add(string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Onsets) + Pick(random, Middles))) + Pick(random, Ends));
        return [.. words];
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
