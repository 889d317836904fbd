namespace Kiosk.Data.Moving;

/// <summary>A table as it stands on both sides after a move.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Rows">Rows on either side.</param>
/// <param name="Checksum">Of all rows whatever their order, in hex; equal on both sides.</param>
public sealed record MovedTable(string Name, long Rows, string Checksum);
