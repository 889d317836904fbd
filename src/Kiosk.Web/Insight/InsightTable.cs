using System.Globalization;
using System.Text;

namespace Kiosk.Web.Insight;

/// <summary>
/// The figures of the insight page as one table for a spreadsheet: CSV (RFC 4180) with a semicolon between cells, as Dutch spreadsheets expect. A number that is left
/// out on the page is left empty here too.
/// </summary>
public static class InsightTable
{
    private const string Heading = "wat;naam;vanaf;gelezen;bewaard;gezocht;verschenen";

    /// <summary>UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.</summary>
    public static byte[] Write(InsightFigures figures)
    {
        var table = new StringBuilder(Heading).Append("\r\n");
        foreach (var week in figures.Weeks)
            Add(table, "week", "", week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Number(figures.Reads, week), Number(figures.Saves, week), Number(figures.Searches, week), "");
        foreach (var topic in figures.Topics)
            Add(table, "onderwerp", topic.Name, "", Number(topic.Reads), "", "", Number(topic.Published));
        foreach (var source in figures.Sources)
            Add(table, "bron", source.Name, "", Number(source.Reads), "", "", Number(source.Published));
        foreach (var (card, reads) in figures.Pieces)
            Add(table, "stuk", card.Title, "", Number(reads), "", "", "");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    private static void Add(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        for (var at = 0; at < cells.Length; at++)
            table.Append(at == 0 ? "" : ";").Append(Cell(cells[at]));
        table.Append("\r\n");
    }

    /// <summary>A spreadsheet would compute what begins as a formula does; with an apostrophe before it, it is text.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Number(IReadOnlyDictionary<DateOnly, int> byWeek, DateOnly week) => byWeek.TryGetValue(week, out var number) ? Number(number) : "";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
