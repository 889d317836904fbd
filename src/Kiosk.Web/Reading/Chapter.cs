using System.Globalization;

namespace Kiosk.Web.Reading;

/// <summary>A line of a table of contents.</summary>
/// <param name="Anchor">The id of where it begins.</param>
/// <param name="Level">1 for chapters, 2 for what stands below them.</param>
/// <param name="Page">Of a report; null for what has no pages.</param>
public sealed record Chapter(string Title, string Anchor, int Level = 1, int? Page = null)
{
    /// <summary>The lines of a report that lead to pages that were read.</summary>
    /// <param name="lines">As <c>Article.Chapters</c> keeps them.</param>
    /// <param name="pages">How many pages were read.</param>
    public static IReadOnlyList<Chapter> OfReport(IEnumerable<string> lines, int pages) =>
        [.. lines.Select(Parse).OfType<Chapter>().Where(chapter => chapter.Page >= 1 && chapter.Page <= pages)];

    private static Chapter? Parse(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && int.TryParse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new Chapter(line[(blank + 1)..], string.Create(CultureInfo.InvariantCulture, $"p{page}"), LevelOf(line.AsSpan(blank + 1)), page)
            : null;
    }

    /// <summary>By its number: <c>2.1</c> stands below <c>2</c>.</summary>
    private static int LevelOf(ReadOnlySpan<char> title)
    {
        var number = title[..(title.IndexOf(' ') is var end and >= 0 ? end : title.Length)].TrimEnd('.');
        return number.Length > 0 && char.IsAsciiDigit(number[0]) && number.Contains('.') ? 2 : 1;
    }
}
