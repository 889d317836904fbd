using Kiosk.Ingest.Formats.Pdf;

namespace Kiosk.Ingest.Reports;

/// <summary>What happened to a PDF, in words for people.</summary>
internal static class PdfMessages
{
    public static PdfReading Of(PdfOutcome outcome, PdfReport? report = null) => new(outcome, Text(outcome), report);

    private static string Text(PdfOutcome outcome) => outcome switch
    {
        PdfOutcome.Read => "Het PDF-bestand is gelezen.",
        PdfOutcome.Cut => "Dit PDF-bestand is erg lang. We lazen alleen het begin.",
        PdfOutcome.NoText => "In dit PDF-bestand staat geen tekst, alleen beeld. Waarschijnlijk is het een scan.",
        PdfOutcome.NoPages => "Dit PDF-bestand heeft geen pagina’s.",
        PdfOutcome.Encrypted => "Dit PDF-bestand is beveiligd met een wachtwoord. We kunnen de tekst niet lezen.",
        PdfOutcome.Damaged => "Dit PDF-bestand is beschadigd. We kunnen het niet lezen.",
        PdfOutcome.NotPdf => "Dit is geen PDF-bestand.",
        PdfOutcome.TooCostly => "Het lezen van dit PDF-bestand kost te veel tijd of geheugen. Daarom zijn we gestopt.",
        PdfOutcome.ToolMissing => "pdftotext ontbreekt: installeer poppler-utils. Daarna kan de Kiosk PDF-bestanden lezen.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };
}
