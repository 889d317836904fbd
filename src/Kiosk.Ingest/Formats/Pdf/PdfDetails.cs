using System.Globalization;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>What <c>pdfinfo -isodates</c> says of a file. Everything but the number of pages was typed by whoever made it.</summary>
public sealed record PdfDetails
{
    public string? Title { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>Null if unknown.</summary>
    public int? Pages { get; init; }

    public static PdfDetails Parse(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var fields = output.Split('\n').Select(static line => line.Split(':', 2)).Where(static parts => parts.Length == 2)
            .ToLookup(static parts => parts[0], static parts => parts[1].Trim());
        return new PdfDetails
        {
            Title = fields["Title"].FirstOrDefault(),
            // A title may hold line ends, and pretend to be what comes after it.
            Created = DateText.TryParse(fields["CreationDate"].LastOrDefault(), out var created) ? created : null,
            Pages = int.TryParse(fields["Pages"].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : null,
        };
    }
}
