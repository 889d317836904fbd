namespace Kiosk.Data.Moving;

/// <summary>How far a move is.</summary>
/// <param name="Verifying">False while rows are copied, true while both sides are read back and compared.</param>
/// <param name="Table">The table at hand.</param>
/// <param name="Done">Rows dealt with so far, of all tables.</param>
/// <param name="Total">Rows to deal with, of all tables.</param>
public sealed record MoveProgress(bool Verifying, string Table, long Done, long Total);
