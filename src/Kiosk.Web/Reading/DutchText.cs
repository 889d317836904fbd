using System.Globalization;

namespace Kiosk.Web.Reading;

/// <summary>Numbers and counts as a Dutch reader expects them. No culture data of the machine is needed.</summary>
public static class DutchText
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static readonly string[] Words =
        ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

    /// <summary>1204 gives <c>1.204</c>.</summary>
    public static string Number(long number) => number.ToString("N0", Format);

    /// <summary>0.5 gives <c>0,500</c>.</summary>
    public static string Decimal(double number) => number.ToString("N3", Format);

    /// <summary>79,638,212,608 bytes give <c>79,6 GB</c>; under a gigabyte in <c>MB</c>.</summary>
    public static string Size(long bytes) => bytes >= 1_000_000_000 ? $"{(bytes / 1e9).ToString("N1", Format)} GB" : $"{(bytes / 1e6).ToString("N1", Format)} MB";

    /// <summary>2 gives <c>2 stukken</c>, 1 gives <c>1 stuk</c>.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>Up to twelve in words: <c>negen</c>; above that in figures.</summary>
    public static string InWords(int number) => number >= 0 && number < Words.Length ? Words[number] : Number(number);

    /// <summary>The value of a number word up to twelve; null for any other word.</summary>
    public static int? FromWord(string word)
    {
        var index = Array.IndexOf(Words, word.ToLowerInvariant().Replace('é', 'e'));
        return index < 0 ? null : index;
    }

    /// <summary>Names apart by commas; of a long list the first few and how many more: <c>NOS, Divosa en 3 andere</c>.</summary>
    public static string Listed(IReadOnlyList<string> names, int most) => names.Count <= most
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(most))} en {Number(names.Count - most)} andere";

    public static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
