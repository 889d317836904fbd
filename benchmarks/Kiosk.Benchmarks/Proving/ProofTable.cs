using System.Globalization;
using System.Text;

namespace Kiosk.Benchmarks.Proving;

/// <summary>The results as Markdown: what was asked, what was measured at each size, by whom, and how it grows.</summary>
internal static class ProofTable
{
    public static string Write(ProofBook book, int[] sizes)
    {
        var text = new StringBuilder("# What was measured\n\n");
        text.Append(CultureInfo.InvariantCulture, $"On {Machine.Describe()}. By `dotnet run -c Release --project benchmarks/Kiosk.Benchmarks -- proof`; each part was a process of its own.\n");
        text.Append("A figure that does not hold what is asked is marked ✗. *Growth* is the power of the number of articles with which a figure grows: 0 stays as it is, 1 grows as the archive does.\n\n");
        text.Append("![Growth](growth.svg)\n");
        foreach (var part in book.Entries.GroupBy(entry => entry.Part, StringComparer.Ordinal))
            AppendPart(text, [.. part], sizes);
        return text.ToString();
    }

    private static void AppendPart(StringBuilder text, List<ProofEntry> entries, int[] sizes)
    {
        var columns = entries.Exists(entry => entry.Size == 0) ? [0] : sizes;
        text.Append(CultureInfo.InvariantCulture, $"\n## {entries[0].Part}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| what | who | asked | {string.Join(" | ", columns.Select(Heading))} |{(columns.Length > 1 ? " growth |" : "")}\n");
        text.Append("|---|---|---|").Append(string.Concat(columns.Select(_ => "--:|"))).Append(columns.Length > 1 ? "--:|\n" : "\n");
        foreach (var row in entries.SelectMany(entry => entry.Figures).Select(figure => (figure.What, figure.Who, figure.Unit)).Distinct())
            AppendRow(text, entries, row, columns);
        text.Append('\n');
        foreach (var entry in entries)
            text.Append(CultureInfo.InvariantCulture, $"- `{entry.Key}`: {entry.Seconds:N0} s, at most {entry.MostResident:N0} MB resident, load {entry.Load:N1}, {entry.At:yyyy-MM-dd HH:mm} UTC{(entry.Skipped is null ? "" : $"; **skipped**: {entry.Skipped}")}{string.Concat(entry.Said.Select(said => "; " + said))}\n");
    }

    private static void AppendRow(StringBuilder text, List<ProofEntry> entries, (string What, string Who, string Unit) row, int[] columns)
    {
        // What is asked, is asked of the kiosk.
        var asked = row.Who == "kiosk" ? Asked.Of(entries[0].Part, row.What) : [];
        var values = columns.Select(size => entries.Find(entry => entry.Size == size)?.Figures.LastOrDefault(figure => figure.What == row.What && figure.Who == row.Who)?.Value).ToList();
        var cells = columns.Zip(values, (size, value) => value is { } number ? $"{Number(number)} {row.Unit}{(asked.FirstOrDefault(one => one.Size == size)?.Holds(number) == false ? " ✗" : "")}" : "");
        text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Who} | {string.Join(", ", asked)} | {string.Join(" | ", cells)} |{(columns.Length > 1 ? $" {Growth(columns, values)} |" : "")}\n");
    }

    /// <summary>Between the smallest and the largest size that were measured.</summary>
    private static string Growth(int[] sizes, List<double?> values)
    {
        var known = sizes.Zip(values).Where(pair => pair.Second is > 0).ToList();
        return known.Count < 2 ? "" : (Math.Log(known[^1].Second!.Value / known[0].Second!.Value) / Math.Log((double)known[^1].First / known[0].First)).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Heading(int size) => size == 0 ? "measured" : size.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);
}
