namespace Kiosk.Search.Spelling;

/// <summary>A word, or words, that somebody may have meant.</summary>
/// <param name="Text">As it is written in the archive, in small letters with its diacritics.</param>
/// <param name="Cost">How far it is from what was typed; 0.1 is a missing diaeresis, 1 is another letter.</param>
/// <param name="Count">In how many places of the archive it stands; of several words, the rarest.</param>
public readonly record struct Correction(string Text, double Cost, long Count);
