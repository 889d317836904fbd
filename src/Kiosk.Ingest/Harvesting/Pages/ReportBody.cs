using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Pdf;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>The text of a report as a body: a paragraph for each of its own. The text stays letter by letter, since the places of its pages count on it.</summary>
internal static class ReportBody
{
    public static CleanHtml Of(PdfReport report) => new(
        string.Concat(report.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => $"<p>{Escaping.Text(paragraph)}</p>")), report.Text);
}
