using System.Text;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>Turns what <c>pdftotext</c> writes, lines on pages, into a report to read and to search.</summary>
public static class PdfText
{
    /// <summary>Later pages are left out.</summary>
    public const int MostPages = 10_000;

    private const int LongestLine = 4_000;
    private const int FirstLines = 100;

    /// <summary>Never throws for what is in the text; time and memory grow with its length only.</summary>
    /// <param name="extracted">Lines as they stand on the page, with a form feed after each page.</param>
    /// <param name="details">The file's metadata; null if unknown.</param>
    public static PdfReport Read(string extracted, PdfDetails? details = null)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        var pages = Pages(Legible(extracted));
        var firstPage = string.Join('\n', pages[0].Take(FirstLines));
        var numbering = RunningLines.Remove(pages);
        var title = ReportTitle.Of(details?.Title, pages);
        var contents = TableOfContents.Take(pages, numbering);
        var (text, starts) = Paragraphs.Join(pages);
        return new PdfReport
        {
            Title = title,
            Published = details?.Created ?? ReportDate.Of(firstPage),
            Text = text,
            PageStarts = starts,
            PageCount = Math.Max(details?.Pages ?? 0, pages.Count),
            Contents = contents,
        };
    }

    private static List<List<string>> Pages(string text)
    {
        // The form feed comes after each page, so what follows the last one is no page.
        var pages = text.EndsWith('\f') ? text[..^1] : text;
        return [.. pages.Split('\f').Take(MostPages).Select(static page => page.Split('\n').SelectMany(Pieces).ToList())];
    }

    /// <summary>A line as a page can hold it, in pieces if it is longer than that: patterns search within one.</summary>
    private static IEnumerable<string> Pieces(string line) =>
        line.Length <= LongestLine ? [line.Trim()] : line.Chunk(LongestLine).Select(static piece => new string(piece).Trim());

    /// <summary>Characters that fonts have and words do not: ligatures, loose accents, bullets from symbol fonts. A soft hyphen at the
    /// end of a line stays a hyphen, since the word goes on below.</summary>
    private static string Legible(string text)
    {
        var legible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                '\u00AD' when i + 1 < text.Length && text[i + 1] is ('\r' or '\n') => legible.Append('-'),
                >= '\uFB00' and <= '\uFB06' => legible.Append(text[i].ToString().Normalize(NormalizationForm.FormKC)),
                '\u2010' or '\u2011' => legible.Append('-'),
                >= '\uE000' and <= '\uF8FF' => legible.Append('•'),
                '\uFFFD' => legible,
                var usual => legible.Append(usual),
            };
        }

        return Characters.Repair(legible.ToString()).Normalize(NormalizationForm.FormC);
    }
}
