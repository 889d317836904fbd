namespace Kiosk.Search;

/// <summary>Where a score comes from: a number, what it is in Dutch, and of what it is made.</summary>
/// <param name="Text">For people.</param>
/// <param name="Value">The number.</param>
/// <param name="Parts">What it is made of; the text says how.</param>
public sealed record Explanation(string Text, double Value, IReadOnlyList<Explanation> Parts);
