using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>Finds days written in running text, in words of many languages or in numbers: "20 января 2026", "Jan. 20th, 2026",
/// "2026年1月20日", "ngày 20 tháng 1 năm 2026", "20.01.2026". Years of the Buddhist and the Persian calendar are turned into ours.</summary>
internal static partial class WrittenDays
{
    private const int FirstYear = 1995;
    private const int LastYear = 2100;
    private const int MostMatches = 200;
    private const int BuddhistYears = 543;

    /// <summary>Lower case, without accents, with the digits 0 to 9; what <see cref="Find"/> reads.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsDigit(c))
                folded.Append((char)('0' + (int)char.GetNumericValue(c)));
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(c == 'ı' ? 'i' : char.IsWhiteSpace(c) && c != '\n' ? ' ' : char.ToLowerInvariant(c));
        }

        return DoubleName().Replace(folded.ToString().Normalize(NormalizationForm.FormC), "");
    }

    /// <summary>The days in order of their place; no day twice at one place.</summary>
    /// <param name="folded">What <see cref="Fold"/> made of a text.</param>
    /// <param name="calendar">How the page writes its dates.</param>
    public static IReadOnlyList<WrittenDay> Find(string folded, PageCalendar calendar)
    {
        var found = new List<WrittenDay>();
        foreach (var pattern in new[] { DayMonthYear(), MonthDayYear(), YearMonthDay(), YearDayMonth(), Signs(), Vietnamese(), YearFirst(), YearLast() })
        {
            foreach (Match match in pattern.Matches(folded).Take(MostMatches))
            {
                if (Day(match, calendar) is { } day)
                    found.Add(new WrittenDay(match.Index, match.Length, day));
            }
        }

        return [.. found.OrderBy(static day => day.Position)];
    }

    private static DateOnly? Day(Match match, PageCalendar calendar)
    {
        var (year, day) = (Number(match, "y"), Number(match, "d"));
        if (match.Groups["a"].Success)
            return calendar.IsMonthFirst(Number(match, "a"), Number(match, "b"), match.Groups["s"].Value, year) ? Day(year, Number(match, "a"), Number(match, "b")) : Day(year, Number(match, "b"), Number(match, "a"));
        return Day(year, match.Groups["m"].Success ? Number(match, "m") : MonthNames.Of(match.Groups["name"].Value, calendar.Language), day);
    }

    private static DateOnly? Day(int year, int month, int day)
    {
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        if (month > MonthNames.Persian || year is > 1370 and < 1450)
            return OfPersian(year, month % MonthNames.Persian, day);
        if (year > LastYear)
            year -= BuddhistYears;
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static DateOnly? OfPersian(int year, int month, int day)
    {
        var calendar = new PersianCalendar();
        return year is > 1370 and < 1450 && month is >= 1 and <= 12 && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? DateOnly.FromDateTime(calendar.ToDateTime(year, month, day, 0, 0, 0, 0))
            : null;
    }

    private static int Number(Match match, string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private const string Name = @"(?<name>\p{L}[\p{L}\p{M}.]{1,17})";
    private const string Ordinal = @"(?:\s?(?:st|nd|rd|th|er|ste|de|e|º|ª|°|-?го|an)(?!\p{L}))?";
    private const string Between = @"[\s,،./\-–'’]{0,4}";

    // The months of the Levant have two words: "كانون الثاني".
    [GeneratedRegex(@"(?<=كانون|تشرين)\s+(?=ال\p{L})", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex DoubleName();

    [GeneratedRegex(@"(?<![0-9:/.\-])(?<d>[0-9]{1,2})" + Ordinal + Between + @"(?:(?:de|of|d['’])\s*)?" + Name + @"(?:\s?/\s?[\p{L}\p{M}]+)?" + Between + @"(?:(?:de|del|of|do)\s+)?(?<y>[0-9]{4}|(?<=\p{L}\.?\s?[\-'’]\s?)[0-9][0-9])(?![0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])" + Name + @"[\s\-/]{0,3}(?<d>[0-9]{1,2})" + Ordinal + @"[\s,،.\-/]{1,3}(?:de\s+)?(?<y>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})[\s.,\-/]{1,3}(?:(?:m\.|g\.|жылғы)\s*)?" + Name + @"[\s.,\-/]{1,3}(?<d>[0-9]{1,2})(?![0-9:])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})\.?\s*(?:gada|жылғы)\s+(?<d>[0-9]{1,2})\.?[\s\-]*" + Name, RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex YearDayMonth();

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})\s?[年년]\s?(?<m>[0-9]{1,2})\s?[月월]\s?(?<d>[0-9]{1,2})\s?[日일号號]?", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?<![0-9])(?<d>[0-9]{1,2})\s+thang\s+(?<m>[0-9]{1,2})[\s,]+(?:nam\s+)?(?<y>[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"(?<![0-9/.\-])(?<y>[0-9]{4})(?<s>\s?[\-/.]\s?)(?<m>[0-9]{1,2})\k<s>(?<d>[0-9]{1,2})(?![0-9\-/])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![0-9/.\-])(?<a>[0-9]{1,2})\s?(?<s>[\-/.])\s?(?<b>[0-9]{1,2})\s?\k<s>\s?(?<y>[0-9]{4}|[0-9][0-9])(?![0-9\-/]|[.:][0-9])", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex YearLast();
}

/// <summary>A day, and where it stands in the folded text.</summary>
internal readonly record struct WrittenDay(int Position, int Length, DateOnly Day);
