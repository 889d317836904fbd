namespace Kiosk.Search.Compounds;

/// <summary>What is known of a word as a part of compounds.</summary>
/// <param name="Lemma">The word of which it is a form, if that is another (<c>schuld</c> for <c>schulden</c>); else null.</param>
/// <param name="Begin">How well it stands before another word, 1 to 99; 0 if it does not.</param>
/// <param name="End">How well it ends a compound, 1 to 99; 0 if it does not.</param>
internal readonly record struct PartWord(string? Lemma, byte Begin, byte End);
