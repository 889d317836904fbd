namespace Kiosk.Ingest.Formats.Text;

/// <summary>How long a pattern may search. All patterns here are bounded; this is the net under them.</summary>
internal static class Patience
{
    public const int Milliseconds = 2_000;
}
