using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>Headers, footers and page numbers: lines at the edges of pages that come back, or that count along.</summary>
internal static partial class RunningLines
{
    private const int EdgeLines = 3;
    private const int LongestLine = 200;

    /// <summary>Takes them out.</summary>
    /// <returns>What to subtract from a printed page number to get the page, counted from 1; null if no page numbers are printed.</returns>
    public static int? Remove(List<List<string>> pages)
    {
        var counts = new Dictionary<string, int>();
        var outermost = new Dictionary<string, int>();
        for (var page = 0; page < pages.Count; page++)
        {
            Count(counts, Edges(pages[page], EdgeLines), pages[page], page);
            Count(outermost, Edges(pages[page], 1), pages[page], page);
        }

        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var i in Edges(pages[page], EdgeLines).OrderDescending().ToList())
            {
                // What stands above every page is the title on the first one.
                var signatures = Signatures(pages[page][i], page);
                if (signatures.Skip(page == 0 && HasWords(pages[page][i]) ? 1 : 0).Any(signature => IsRunning(signature, pages.Count, counts, outermost)))
                    pages[page].RemoveAt(i);
            }
        }

        return Numbering(counts, pages.Count);
    }

    private static void Count(Dictionary<string, int> counts, IEnumerable<int> edges, List<string> lines, int page)
    {
        foreach (var signature in edges.SelectMany(i => Signatures(lines[i], page)).Distinct())
            counts[signature] = counts.GetValueOrDefault(signature) + 1;
    }

    /// <summary>In a longer report three times is a habit; in a short one twice is, of the very first or last line.</summary>
    private static bool IsRunning(string signature, int pages, Dictionary<string, int> counts, Dictionary<string, int> outermost) =>
        counts[signature] >= Math.Max(3, pages / 20) || (pages <= 4 && outermost.GetValueOrDefault(signature) >= 2);

    /// <summary>The first and the last lines that are not empty, by their place.</summary>
    private static IEnumerable<int> Edges(List<string> lines, int depth)
    {
        var filled = Enumerable.Range(0, lines.Count).Where(i => lines[i].Length > 0).ToList();
        return filled.Take(depth).Union(filled.TakeLast(depth));
    }

    /// <summary>What makes two lines the same: their text, or their text with a number in it that runs with the pages.</summary>
    private static IEnumerable<string> Signatures(string line, int page)
    {
        if (line.Length > LongestLine)
            yield break;
        var folded = Spaces().Replace(line.ToLowerInvariant(), " ");
        var numbers = Number().Matches(folded);
        // A number alone says nothing by coming back: it may be a figure in a table.
        if (HasWords(folded))
            yield return folded;
        foreach (var number in numbers.Count == 0 ? [] : new[] { numbers[0], numbers[^1] }.Distinct())
        {
            var printed = int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var shift = string.Create(CultureInfo.InvariantCulture, $"{{{printed - page - 1}}}");
            yield return folded[..number.Index] + shift + folded[(number.Index + number.Length)..];
        }
    }

    private static bool HasWords(string line) => line.Any(char.IsLetter);

    private static int? Numbering(Dictionary<string, int> counts, int pages)
    {
        var best = counts.Where(count => count.Value >= Math.Min(3, Math.Max(2, pages - 1)))
            .Select(count => (Shift: Shift().Match(count.Key), count.Value)).Where(static found => found.Shift.Success).ToList();
        return best.Count == 0 ? null : int.Parse(best.MaxBy(static found => found.Value).Shift.Groups["shift"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![0-9.,])[0-9]{1,4}(?![0-9.,]?[0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Number();

    [GeneratedRegex(@"\{(?<shift>-?[0-9]{1,5})\}", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Shift();
}
