namespace Kiosk.Ingest.Reports;

/// <summary>What came of running a program.</summary>
/// <param name="ExitCode">128 plus the signal if a signal ended it.</param>
/// <param name="Output">What it wrote, up to the limit.</param>
/// <param name="Errors">The beginning of what it complained of.</param>
/// <param name="IsCut">It wrote more than the limit, and was ended.</param>
/// <param name="IsTimedOut">It took longer than the limit, and was ended.</param>
internal sealed record ProcessRun(int ExitCode, byte[] Output, string Errors, bool IsCut, bool IsTimedOut);
