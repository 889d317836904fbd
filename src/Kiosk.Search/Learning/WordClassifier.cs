namespace Kiosk.Search.Learning;

/// <summary>
/// Says whether a text belongs, as naive Bayes over the words that stand in it (Bernoulli, present words only): each word votes by how much more often
/// it stands in the texts that belong than in those that do not, so that what decided can be shown. Words that stand in one example only have no vote.
/// </summary>
public sealed class WordClassifier
{
    /// <summary>Fewer examples, or fewer of either sort, teach nothing.</summary>
    public const int LeastExamples = 20;

    public const int LeastOfEach = 5;

    private const int LeastWithWord = 2;
    private const int ShownWords = 5;

    /// <summary>The most telling words that have a vote, so that a long text is not decided by a thousand small chances.</summary>
    private const int VotingWords = 200;

    private readonly Dictionary<string, double> _weights;
    private readonly double _start;

    private WordClassifier(Dictionary<string, double> weights, double start, IReadOnlyList<string> telling) => (_weights, _start, Telling) = (weights, start, telling);

    /// <summary>The words that weigh most for belonging, as written; a few.</summary>
    public IReadOnlyList<string> Telling { get; }

    /// <summary>Null if there is too little to learn from.</summary>
    public static WordClassifier? Learn(IReadOnlyCollection<LearningExample> examples)
    {
        var fitting = examples.Count(example => example.Fits);
        return examples.Count < LeastExamples || fitting < LeastOfEach || examples.Count - fitting < LeastOfEach ? null : Trained(examples);
    }

    /// <summary>The chance that a text belongs, from 0 to 1, and what decided.</summary>
    public LearnedVerdict Judge(IReadOnlyCollection<LearningWord> words)
    {
        var votes = words.Where(word => _weights.ContainsKey(word.Stem)).Select(word => (word.Written, Weight: _weights[word.Stem])).ToList();
        var sum = _start + votes.Sum(vote => vote.Weight);
        var telling = votes.Where(vote => vote.Weight > 0).OrderByDescending(vote => vote.Weight).ThenBy(vote => vote.Written, StringComparer.Ordinal);
        return new LearnedVerdict(1 / (1 + Math.Exp(-sum)), [.. telling.Take(ShownWords).Select(vote => vote.Written)]);
    }

    /// <summary>Without asking whether there is enough to learn from: a part of the examples, left out in turn, may be less.</summary>
    internal static WordClassifier Trained(IReadOnlyCollection<LearningExample> examples)
    {
        double fitting = examples.Count(example => example.Fits);
        var others = examples.Count - fitting;
        var counts = new Dictionary<string, (int Fitting, int Others)>(StringComparer.Ordinal);
        foreach (var example in examples)
        {
            foreach (var word in example.Words)
            {
                var (yes, no) = counts.GetValueOrDefault(word.Stem);
                counts[word.Stem] = example.Fits ? (yes + 1, no) : (yes, no + 1);
            }
        }

        var weights = counts.Where(pair => pair.Value.Fitting + pair.Value.Others >= LeastWithWord)
            .Select(pair => (pair.Key, Weight: Math.Log((pair.Value.Fitting + 1) / (fitting + 2)) - Math.Log((pair.Value.Others + 1) / (others + 2))))
            .OrderByDescending(word => Math.Abs(word.Weight)).ThenBy(word => word.Key, StringComparer.Ordinal).Take(VotingWords)
            .ToDictionary(word => word.Key, word => word.Weight, StringComparer.Ordinal);
        return new WordClassifier(weights, Math.Log((fitting + 1) / (others + 1)), Heaviest(weights, examples));
    }

    private static IReadOnlyList<string> Heaviest(Dictionary<string, double> weights, IReadOnlyCollection<LearningExample> examples)
    {
        var stems = weights.Where(word => word.Value > 0).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(2 * ShownWords).Select(word => word.Key).ToList();
        var written = examples.SelectMany(example => example.Words).DistinctBy(word => word.Stem).ToDictionary(word => word.Stem, word => word.Written, StringComparer.Ordinal);
        return [.. stems.Select(stem => written[stem])];
    }
}

/// <summary>What was learned says of a text.</summary>
/// <param name="Chance">That it belongs, from 0 to 1.</param>
/// <param name="Words">Those that weighed most for it, as written; mostly a few.</param>
public sealed record LearnedVerdict(double Chance, IReadOnlyList<string> Words);
