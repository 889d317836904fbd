using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>Turns what <c>pdftotext</c> writes, lines on pages, into a report to read and to search.</summary>
public static partial class PdfText
{
    /// <summary>Later pages are left out.</summary>
    public const int MostPages = 10_000;

    /// <summary>Never throws for what is in the text; time and memory grow with its length only.</summary>
    /// <param name="extracted">Lines as they stand on the page, with a form feed after each page.</param>
    /// <param name="details">The file's metadata; null if unknown.</param>
    public static PdfReport Read(string extracted, PdfDetails? details = null)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        var pages = Pages(Legible(extracted));
        var firstPage = string.Join('\n', pages[0]);
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
        return [.. pages.Split('\f').Take(MostPages).Select(static page => page.Split('\n').Select(static line => line.Trim()).ToList())];
    }

    /// <summary>Characters that fonts have and words do not: ligatures, loose accents, bullets from symbol fonts. A soft hyphen at the
    /// end of a line stays a hyphen, since the word goes on below.</summary>
    private static string Legible(string text)
    {
        text = Characters.Repair(SoftBreak().Replace(text, "-"));
        text = Odd().Replace(text, static match => match.Value[0] switch
        {
            >= '\uFB00' and <= '\uFB06' => match.Value.Normalize(NormalizationForm.FormKC),
            '\u2010' or '\u2011' => "-",
            '\uFFFD' => "",
            _ => "•",
        });
        return text.Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(@"\u00AD(?=\r?\n)", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"[\uFB00-\uFB06\u2010\u2011\uFFFD\uE000-\uF8FF]", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Odd();
}
