namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>A report as running text, with the pages it came from.</summary>
public sealed record PdfReport
{
    /// <summary>From the metadata where they hold a real title, else from the first page; null if neither has one.</summary>
    public string? Title { get; init; }

    /// <summary>From the metadata, else the first date on the first page; null if there is none.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Paragraphs with an empty line between; without headers, footers and table of contents. Empty for a scan.</summary>
    public string Text { get; init; } = "";

    /// <summary>For each page that was read, where in <see cref="Text"/> it begins. A page without text begins where the next one does.</summary>
    public IReadOnlyList<int> PageStarts { get; init; } = [];

    /// <summary>All pages of the file, also those beyond the limit that were not read.</summary>
    public int PageCount { get; init; }

    /// <summary>The table of contents; empty if none was recognised.</summary>
    public IReadOnlyList<PdfChapter> Contents { get; init; } = [];

    /// <summary>The page, counted from 1 as a viewer does, on which the character at this place in <see cref="Text"/> stands; 0 if there are no pages.</summary>
    public int PageAt(int offset)
    {
        var (low, high) = (0, PageStarts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PageStarts[middle] <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return PageStarts.Count == 0 ? 0 : Math.Max(low, 1);
    }
}

/// <summary>A line of the table of contents.</summary>
/// <param name="Title">With its number, if it has one on the same line.</param>
/// <param name="Page">Counted from 1 as a viewer does where the printed page numbers show how they differ; else as printed.</param>
public sealed record PdfChapter(string Title, int Page);
