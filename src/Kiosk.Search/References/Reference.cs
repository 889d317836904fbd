namespace Kiosk.Search.References;

/// <summary>Something that a text refers to in one of several spellings.</summary>
/// <param name="Keys">
/// Its one spelling, of small letters and digits, the most precise first: <c>art3lid2wgs</c>, then <c>art3wgs</c>. A text is found by
/// each of them; a question asks for the first.
/// </param>
/// <param name="Start">Where it starts in the text, in UTF-16 code units.</param>
/// <param name="Length">How long it is in the text, in UTF-16 code units.</param>
public sealed record Reference(IReadOnlyList<string> Keys, int Start, int Length);
