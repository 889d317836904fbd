using Kiosk.Ingest.Archiving;

namespace Kiosk.Ingest.Importing;

/// <summary>What became of an import.</summary>
/// <param name="Tally">Articles stored.</param>
/// <param name="Problems">Lines that were left out, each a sentence in Dutch with its number.</param>
public sealed record ImportReport(Tally Tally, IReadOnlyList<string> Problems);
