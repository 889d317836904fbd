using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiosk.Ingest.Formats.Dates;

/// <summary>What has been found so far in a written date.</summary>
internal sealed class DateParts
{
    private const string Amsterdam = "Europe/Amsterdam";

    private readonly List<string> _numbers = [];
    private int _month;
    private string[]? _numeric;
    private bool _hasSlashes;
    private (int Hour, int Minute, int Second, int Ticks)? _time;
    private char _half;
    private string? _zone;
    private string? _implied;

    /// <summary>The zone to take if the text names none.</summary>
    public void Imply(string place) => _implied ??= place;

    /// <summary>False if the token makes the text no date.</summary>
    public bool Take(Match token)
    {
        var groups = token.Groups;
        if (groups["h"].Success)
            return TakeTime(groups);
        if (groups["a"].Success)
            return TakeNumeric(groups);
        if (groups["offset"].Success)
            return TakeOffset(groups["offset"].Value);
        if (groups["n"].Success)
            _numbers.Add(groups["n"].Value);
        else if (groups["half"].Success)
            _half = groups["half"].Value[0];
        else if (groups["place"].Success)
            _zone = groups["place"].Value;
        else if (groups["word"].Success)
            return TakeWord(groups["word"].Value);
        return _numbers.Count <= 2;
    }

    public bool TryInstant(TimeZoneInfo? assumed, string aside, out DateTimeOffset instant)
    {
        instant = default;
        if (!TryDay(out var civil) || !TryTime(ref civil))
            return false;
        var named = _zone ?? (ZoneText.IsName(aside) ? aside : null);
        if (named is not null)
            return ZoneText.TryPlace(civil, named, out instant);
        if (assumed is null && _implied is not null && TimeZoneInfo.TryFindSystemTimeZoneById(_implied, out var found))
            assumed = found;
        return civil.TryPlace(assumed ?? TimeZoneInfo.Utc, out instant);
    }

    private bool TakeTime(GroupCollection groups)
    {
        if (_time is not null)
            return false;
        if (groups["uur"].Success)
            Imply(Amsterdam);
        _time = (Number(groups["h"].Value), Number(groups["i"].Value), Number(groups["s"].Value), ZoneText.Fraction(groups["f"].Value));
        return true;
    }

    private bool TakeNumeric(GroupCollection groups)
    {
        if (_numeric is not null)
            return false;
        _numeric = [groups["a"].Value, groups["b"].Value, groups["c"].Value];
        _hasSlashes = groups[0].Value.Contains('/', StringComparison.Ordinal);
        return true;
    }

    // In 16-Nov-2020 the dash is no minus: only after a time is there an offset, and none is wider than 14 hours.
    private bool TakeOffset(string text)
    {
        if (_time is not null && ZoneText.TryOffset(text, out _))
            _zone = text;
        else
            _numbers.AddRange(text.Split(['+', '-', '\u2212', ':'], StringSplitOptions.RemoveEmptyEntries));
        return _numbers.Count <= 2;
    }

    private bool TakeWord(string word)
    {
        if (DateWords.IsDutch(word))
            Imply(Amsterdam);
        var found = DateWords.Month(word);
        // The last month counts: "mar. 16 juin" is a Tuesday (mardi) in June.
        if (found > 0)
            _month = found;
        // The first zone counts: "-0700 MST" and "GMT+0100" say it twice; an offset after a name overrides it. Before a time, "at" is a small word.
        else if (ZoneText.IsName(word) && (_time is not null || word != "at"))
            _zone ??= word;
        // RFC 5322: a single military letter says nothing reliable, so UTC. But in "14.30 u" and "14:30 h" it is the hour.
        else if (_time is not null && word.Length == 1 && !DateWords.IsNoise(word))
            _zone ??= "z";
        else
            return DateWords.IsNoise(word);
        return true;
    }

    private bool TryDay(out CivilTime civil)
    {
        civil = default;
        if (_numeric is [var a, var b, var c])
            return _month == 0 && _numbers.Count == 0 && TryNumeric(a, b, c, out civil);
        if (_month == 0 || _numbers.Count == 0)
            return false;
        if (_numbers.Count == 1)
        {
            civil = new CivilTime(Number(_numbers[0]), _month, 1);
            return _numbers[0].Length == 4 && _time is null;
        }
        var yearFirst = _numbers[0].Length > 2;
        var (day, year) = yearFirst ? (_numbers[1], _numbers[0]) : (_numbers[0], _numbers[1]);
        civil = new CivilTime(CivilTime.FullYear(Number(year), year.Length), _month, Number(day));
        return true;
    }

    private bool TryNumeric(string a, string b, string c, out CivilTime civil)
    {
        var (first, second, third) = (Number(a), Number(b), Number(c));
        // Americans write 11/20/2026 2:30 PM; others have 24 hours in a day or no slashes.
        var isAmerican = _half != 0 && _hasSlashes && first <= 12;
        if (a.Length > 2)
            civil = new CivilTime(CivilTime.FullYear(first, a.Length), second, third);
        else if (second > 12 || isAmerican)
            civil = new CivilTime(CivilTime.FullYear(third, c.Length), first, second);
        else
            civil = new CivilTime(CivilTime.FullYear(third, c.Length), second, first);
        return true;
    }

    private bool TryTime(ref CivilTime civil)
    {
        if (_time is not { } found)
            return _half == 0;
        var hour = found.Hour;
        if (_half != 0 && hour is < 1 or > 23)
            return false;
        if (_half == 'p' && hour < 12)
            hour += 12;
        else if (_half == 'a' && hour == 12)
            hour = 0;
        civil = civil with { Hour = hour, Minute = found.Minute, Second = found.Second, Ticks = found.Ticks };
        return true;
    }

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
