namespace Kiosk.Search.Learning;

/// <summary>A text of which somebody said whether it belongs.</summary>
/// <param name="Id">By which examples are divided; the same text always falls in the same part.</param>
/// <param name="Words">As <see cref="LearningWords"/> gives them.</param>
/// <param name="Fits">What was said.</param>
public sealed record LearningExample(long Id, IReadOnlyCollection<LearningWord> Words, bool Fits);

/// <summary>A word to learn from.</summary>
/// <param name="Stem">By which words are the same.</param>
/// <param name="Written">As people write it.</param>
public readonly record struct LearningWord(string Stem, string Written);
