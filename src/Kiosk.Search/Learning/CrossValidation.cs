namespace Kiosk.Search.Learning;

/// <summary>How well what was learned holds for texts that it did not learn from.</summary>
/// <param name="Precision">Which part of what it says that belongs does belong, from 0 to 1; null if it never says so.</param>
/// <param name="Recall">Which part of what belongs it finds, from 0 to 1.</param>
/// <param name="Examples">What it was measured on.</param>
public sealed record CrossValidation(double? Precision, double Recall, int Examples)
{
    private const int Parts = 5;

    /// <summary>Learns from four fifths and asks about the rest, five times; null if there is too little to learn from.</summary>
    public static CrossValidation? Of(IReadOnlyCollection<LearningExample> examples, double threshold)
    {
        if (WordClassifier.Learn(examples) is null)
            return null;
        // Dealt out by turns, of both sorts alike, so that each part has its share.
        var dealt = examples.OrderBy(example => example.Fits).ThenBy(example => example.Id).Select((example, number) => (Example: example, Part: number % Parts)).ToList();
        var said = new List<(bool Said, bool Fits)>(dealt.Count);
        for (var part = 0; part < Parts; part++)
        {
            var learned = WordClassifier.Trained([.. dealt.Where(one => one.Part != part).Select(one => one.Example)]);
            said.AddRange(dealt.Where(one => one.Part == part).Select(one => (learned.Judge(one.Example.Words).Chance >= threshold, one.Example.Fits)));
        }

        var (right, claimed, fitting) = (said.Count(one => one.Said && one.Fits), said.Count(one => one.Said), said.Count(one => one.Fits));
        return new CrossValidation(claimed == 0 ? null : (double)right / claimed, (double)right / fitting, dealt.Count);
    }
}
