using Kiosk.Ingest.Formats.Pdf;

namespace Kiosk.Ingest.Reports;

/// <summary>What came of reading a PDF. Whatever is in the file is one of these, never an exception.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What happened, in Dutch, for people.</param>
/// <param name="Report">Title, pages and text. For <see cref="PdfOutcome.NoText"/> without text; null for other failures.</param>
public sealed record PdfReading(PdfOutcome Outcome, string Message, PdfReport? Report = null);

/// <summary>How reading a PDF ended.</summary>
public enum PdfOutcome
{
    Read,

    /// <summary>Read up to a limit; the rest is left out.</summary>
    Cut,

    /// <summary>There are pages, but no text: a scan.</summary>
    NoText,

    NoPages,

    /// <summary>A password is needed, or copying is forbidden.</summary>
    Encrypted,

    Damaged,

    /// <summary>Something else than a PDF.</summary>
    NotPdf,

    /// <summary>More time or memory than the limit.</summary>
    TooCostly,

    /// <summary>pdftotext is not installed.</summary>
    ToolMissing,
}
