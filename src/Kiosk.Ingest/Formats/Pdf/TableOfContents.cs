using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>The table of contents: lines with dots that lead to a page number, or a page that is called so and counts up.</summary>
internal static partial class TableOfContents
{
    private const int FewestEntries = 3;
    private const int FewestLeaders = 4;
    private const int MostEntries = 1_000;
    private const int PagesSearched = 30;

    /// <summary>Whether dots lead to a number at the end.</summary>
    public static bool IsEntry(string line) => Entry.Led(line) is not null;

    /// <summary>Takes it out of the pages.</summary>
    /// <param name="pages">Lines; those of the table become empty.</param>
    /// <param name="numbering">What a printed page number is more than the page; null if unknown.</param>
    public static List<PdfChapter> Take(List<List<string>> pages, int? numbering)
    {
        var chapters = new List<PdfChapter>();
        foreach (var lines in pages.Take(PagesSearched))
        {
            var entries = EntriesOf(lines);
            if (entries.Count < FewestEntries)
                continue;
            foreach (var (line, entry) in entries.Take(MostEntries - chapters.Count))
                chapters.Add(Chapter(lines, line, entry, numbering));
            Clear(lines, entries);
        }

        return chapters;
    }

    private static Dictionary<int, Entry> EntriesOf(List<string> lines)
    {
        var led = Found(lines, Entry.Led);
        if (led.Count >= FewestEntries || !lines.Exists(static line => Heading().IsMatch(line)))
            return led;
        var counted = Found(lines, Entry.Bare);
        var pages = counted.Values.Select(static entry => entry.Page).ToList();
        return pages.SequenceEqual(pages.Order()) ? counted : led;
    }

    private static Dictionary<int, Entry> Found(List<string> lines, Func<string, Entry?> read)
    {
        var found = new Dictionary<int, Entry>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (read(lines[i]) is { } entry)
                found[i] = entry;
        }

        return found;
    }

    private static PdfChapter Chapter(List<string> lines, int line, Entry entry, int? numbering)
    {
        var title = entry.Title;
        if (line > 0 && char.IsLower(title[0]) && IsFirstHalf(lines[line - 1]))
        {
            title = Hyphenation.JoinAll([lines[line - 1], title]);
            lines[line - 1] = "";
        }

        var page = entry.Page - (numbering ?? 0);
        return new PdfChapter(title, page > 0 ? page : entry.Page);
    }

    /// <summary>A title of two lines has its dots on the second.</summary>
    private static bool IsFirstHalf(string line) => line.Length > 0 && !IsEntry(line) && !Heading().IsMatch(line) && !SectionNumber().IsMatch(line);

    /// <summary>With the heading, and the section numbers that stood in a column of their own.</summary>
    private static void Clear(List<string> lines, Dictionary<int, Entry> entries)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (entries.ContainsKey(i) || Heading().IsMatch(lines[i]) || SectionNumber().IsMatch(lines[i]))
                lines[i] = "";
        }
    }

    [GeneratedRegex(@"^(inhoud|inhoudsopgave|inhoudstafel|contents|table of contents)\s?:?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([0-9]{1,2}(\.[0-9]{1,2}){0,4}\.?|[A-Z]\.?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex SectionNumber();

    /// <summary>A line that may be one of the table. Read from its end, in one pass.</summary>
    private sealed record Entry(string Title, int Page)
    {
        private const int LongestTitle = 240;

        public static Entry? Led(string line) => Of(line, static leaders => leaders.Count('.') + leaders.Count('_') + leaders.Count('·') + (3 * leaders.Count('…')) >= FewestLeaders);

        public static Entry? Bare(string line) => Of(line, static leaders => leaders.Length > 0);

        private static Entry? Of(string line, Predicate<string> isLeader)
        {
            var rest = line.AsSpan().TrimEnd("0123456789");
            var number = line.AsSpan(rest.Length);
            var title = rest.TrimEnd(" \t.…_·");
            return number.Length is > 0 and < 5 && title.Length is > 1 and <= LongestTitle && !title.TrimStart("0123456789 .-").IsEmpty && isLeader(rest[title.Length..].ToString())
                ? new Entry(title.ToString(), int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))
                : null;
        }
    }
}
