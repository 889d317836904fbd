namespace Kiosk.Data.Editorial;

/// <summary>What came of an undo.</summary>
/// <param name="Done">How many acts were undone.</param>
/// <param name="Problems">Why others were not, in Dutch, each with the title of its subject.</param>
public sealed record UndoOutcome(int Done, IReadOnlyList<string> Problems);
