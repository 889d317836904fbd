namespace Kiosk.Ingest.Reports;

/// <summary>What reading one PDF may cost. Every value has a default.</summary>
public sealed record PdfLimits
{
    /// <summary>For each of the two programs.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Address space of a program, in bytes; holds where there is a POSIX shell that can limit it.</summary>
    public long Memory { get; init; } = 768L * 1024 * 1024;

    /// <summary>Pages that are read; later ones are left out.</summary>
    public int Pages { get; init; } = 1_000;

    /// <summary>Text that is read, in bytes of UTF-8; the rest is left out.</summary>
    public int Output { get; init; } = 8 * 1024 * 1024;
}
