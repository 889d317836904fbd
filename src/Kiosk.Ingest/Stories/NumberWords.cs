using System.Collections.Frozen;
using System.Globalization;

namespace Kiosk.Ingest.Stories;

/// <summary>One spelling for amounts and dates: <c>1.200</c>, <c>1,2 duizend</c> and <c>twaalfhonderd</c> are the same, and so are <c>9</c> and <c>negen</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] Units = ["", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
    private static readonly string[] Teens = ["tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"];
    private static readonly string[] Tens = ["", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

    private static readonly FrozenSet<string> Months =
        "januari februari maart april mei juni juli augustus september oktober november december".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Words = Counted().ToFrozenDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["duizend"] = 1_000m,
        ["miljoen"] = 1_000_000m,
        ["mln"] = 1_000_000m,
        ["miljard"] = 1_000_000_000m,
        ["mld"] = 1_000_000_000m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a word for a number or a month says; null for all others. One ("een") is an article too, so it is not among them.</summary>
    /// <param name="folded">Lower case, without diacritics.</param>
    public static string? ValueOf(string folded) =>
        Months.Contains(folded) ? folded : Words.TryGetValue(folded, out var value) ? Text(value) : null;

    /// <summary>The value of digits with Dutch separators: <c>1.200.000</c>, <c>1,50</c>. The digits themselves where they are no such number.</summary>
    public static string OfDigits(string digits)
    {
        var parts = digits.Split('.');
        var plain = parts.Length > 1 && parts.Skip(1).All(static part => part.Split(',')[0].Length == 3)
            ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : digits.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Text(value) : digits;
    }

    /// <summary>The value times "miljoen" or the like; null if the word is no such scale, or the product is absurd.</summary>
    public static string? Scaled(string value, string folded) =>
        Scales.TryGetValue(folded, out var scale) && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000m
            ? Text(number * scale)
            : null;

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Two to ninety-nine, and round hundreds and thousands.</summary>
    private static IEnumerable<(string Word, decimal Value)> Counted()
    {
        var small = new List<(string Word, decimal Value)>();
        for (var number = 2; number < 100; number++)
            small.Add((Spelled(number), number));
        var hundreds = small.Where(static pair => pair.Value < 20).Select(static pair => (pair.Word + "honderd", pair.Value * 100));
        var thousands = small.Select(static pair => (pair.Word + "duizend", pair.Value * 1000));
        return [.. small, ("honderd", 100), ("duizend", 1000), .. hundreds, .. thousands];
    }

    private static string Spelled(int number) => number switch
    {
        < 10 => Units[number],
        < 20 => Teens[number - 10],
        _ when number % 10 == 0 => Tens[number / 10],
        _ => Units[number % 10] + "en" + Tens[number / 10],
    };
}
