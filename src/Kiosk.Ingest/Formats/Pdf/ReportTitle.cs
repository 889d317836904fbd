using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>The title of a report.</summary>
internal static partial class ReportTitle
{
    private const int Longest = 250;
    private const int MostLines = 4;

    /// <summary>The metadata's title unless it is what a program filled in, else the first lines that can be one.</summary>
    public static string? Of(string? fromMetadata, List<List<string>> pages)
    {
        var named = PlainText.Line(fromMetadata, Longest);
        if (named is not null && !IsJunk(named))
            return named;
        return pages.Take(3).Select(FirstBlock).FirstOrDefault(static title => title is not null);
    }

    /// <summary>File names, templates and numbers are no titles.</summary>
    public static bool IsJunk(string title) => title.Count(char.IsLetter) < 4 || Filled().IsMatch(title) || FileName().IsMatch(title) || Code().IsMatch(title);

    private static string? FirstBlock(List<string> lines)
    {
        var title = lines.SkipWhile(static line => !CanBegin(line)).TakeWhile(static line => line.Length > 0 && !Aside().IsMatch(line)).Take(MostLines).ToList();
        // A line that ends a sentence is the text itself.
        var end = title.FindIndex(static line => line.EndsWith('.'));
        if (end > 0)
            title.RemoveRange(1, title.Count - 1);
        return PlainText.Line(Hyphenation.JoinAll(title), Longest);
    }

    private static bool CanBegin(string line) =>
        line.Length <= Longest && line.Contains(' ', StringComparison.Ordinal) && line.Count(char.IsLetter) >= 8 && !Aside().IsMatch(line) && !TableOfContents.IsEntry(line);

    [GeneratedRegex(@"^(microsoft\s+(word|powerpoint|excel|publisher)\b|(untitled|naamloos|document|presentatie|powerpoint[- ]presentati(e|on)|titel|title|slide|dia|layout|opmaak|concept|template|sjabloon|map|book|blank|leeg|pagina|page)[\s0-9.:_-]*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Filled();

    [GeneratedRegex(@"(^[a-z]:\\|^file:|\.(docx?|dotx?|odt|rtf|pdf|indd|indb|qxd|pptx?|xlsx?|pub|pages|tmp|html?|ai|eps|cdr|jpe?g|tiff?)\s*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex FileName();

    /// <summary>One run without spaces that holds a digit or an underscore: a number of a file, not a name of a report.</summary>
    [GeneratedRegex(@"^(?=\S*[0-9_])\S+$", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Code();

    /// <summary>What stands around a title: dates, versions, addresses, names of fields.</summary>
    [GeneratedRegex(@"^((datum|versie|status|auteurs?|door|opdrachtgever|kenmerk|ons kenmerk|aan|van|betreft|onderwerp|telefoon|isbn|issn|bijlagen?)\b\s*:?|©|([a-z]+dag )?[0-9]{1,2} [a-z]+ [0-9]{4}$|[a-z]+ [0-9]{4}$|[0-9\s./-]+$)|@|https?:|www\.|^(inhoud(sopgave)?|table of contents)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Aside();
}
