using Kiosk.Ingest.Reports;

namespace Kiosk.Web.Operations.Checks;

/// <summary>Whether reports in PDF can be read.</summary>
internal sealed class PdfCheck(PdfReader reader) : ICheck
{
    private const string Name = "Rapporten";

    public Task<IReadOnlyList<Finding>> LookAsync(bool thorough, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>(
        [reader.IsAvailable
            ? Finding.Good(Name, "pdftotext is er: rapporten in pdf worden gelezen.")
            : Finding.Note(Name, "pdftotext ontbreekt: rapporten staan in de lijst, maar zonder tekst.", "Installeer het pakket poppler-utils; wat wacht, wordt dan alsnog gelezen.")]);
}
