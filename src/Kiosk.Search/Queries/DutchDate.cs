using System.Globalization;

namespace Kiosk.Search.Queries;

/// <summary>
/// A day, month or year as people in the Netherlands write it: <c>2026</c>, <c>2026-07</c>, <c>15-7-2026</c>, <c>15/7/2026</c>, <c>15 juli 2026</c>, <c>juli 2026</c>. Of a month or
/// a year it is the first day.
/// </summary>
internal static class DutchDate
{
    private const int ShortestMonth = 3;

    private static readonly string[] Forms = ["yyyy-M-d", "d-M-yyyy", "yyyy-M", "M-yyyy", "yyyy"];

    private static readonly string[] Months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>Null if it is none.</summary>
    public static DateOnly? Read(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var one] => Parse(one.Replace('/', '-').Replace('.', '-').Replace('\u2013', '-')),
            [var month, var year] when Month(month) is { } number => Parse(FormattableString.Invariant($"{year}-{number}")),
            [var day, var month, var year] when Month(month) is { } number => Parse(FormattableString.Invariant($"{year}-{number}-{day}")),
            _ => null,
        };
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9_998 ? day : null;

    /// <summary>The number of a month by its name, or by the beginning of it: <c>sept.</c>, <c>mrt</c>.</summary>
    private static int? Month(string name)
    {
        var start = name.TrimEnd('.');
        var month = start.Length < ShortestMonth ? -1
            : start.Equals("mrt", StringComparison.OrdinalIgnoreCase) ? Array.IndexOf(Months, "maart")
            : Array.FindIndex(Months, full => full.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return month < 0 ? null : month + 1;
    }
}
