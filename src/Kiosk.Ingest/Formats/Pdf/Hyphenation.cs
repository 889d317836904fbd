using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pdf;

/// <summary>Puts words together that the end of a line cut in two, and leaves Dutch its own hyphens: those of Wsnp-bewindvoerder,
/// sociaal-maatschappelijk, zee-eend, and schuld- en inkomensproblemen.</summary>
/// <param name="words">Words of the same text, in lower case: how a word is written elsewhere decides before any rule.</param>
internal sealed partial class Hyphenation(IReadOnlySet<string> words)
{
    private const int MostWords = 500_000;
    private const int LongestWord = 40;

    private static readonly FrozenSet<string> Conjunctions = "en of als tot noch dan maar and or und".Split(' ').ToFrozenSet();

    // Abbreviations and prefixes that keep their hyphen in a compound. Those in capitals do so by themselves.
    private static readonly FrozenSet<string> Hyphened =
        ("ex oud niet non vice semi pseudo pro anti bijna sint wsnp msnp wgs wmo bbz zzp mkb ggz ict btw cao pgb ioaw ioaz kvk bkr nvvk vtlb cbs cpb scp uwv svb duo"
        + " mbo hbo wo vmbo havo vwo aow ww wia wao wajong awb vng lvb ai it hr pdf app sms").Split(' ').ToFrozenSet();

    // First halves of adjectives of two equal parts.
    private static readonly FrozenSet<string> Adjectives =
        "sociaal financieel juridisch economisch technisch politiek bestuurlijk administratief cultureel strategisch organisatorisch maatschappelijk praktisch theoretisch"
            .Split(' ').ToFrozenSet();

    private static readonly string[] AdjectiveEnds = ["lijk", "lijke", "isch", "ische", "ief", "ieve", "eel", "ele", "aal", "ale"];

    private static readonly FrozenSet<string> Clashes = "aa ae ai au ee ei eu ie ii oe oi oo ou ui uu".Split(' ').ToFrozenSet();

    private static readonly Hyphenation Plain = new(FrozenSet<string>.Empty);

    /// <summary>Learns the words of a text, of the lines that are not cut.</summary>
    public static Hyphenation For(IEnumerable<string> lines)
    {
        var words = new HashSet<string>();
        foreach (var line in lines)
        {
            foreach (var word in Word().EnumerateMatches(line))
            {
                var isCut = word.Index + word.Length == line.Length - 1 && line[^1] == '-';
                if (!isCut && words.Count < MostWords)
                    words.Add(line.AsSpan(word.Index, word.Length).ToString().ToLowerInvariant());
            }
        }

        return new Hyphenation(words);
    }

    public static string JoinAll(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Plain.Bind(text, line);
            text.Append(line);
        }

        return text.ToString();
    }

    /// <summary>Makes the end of the text ready for the line that goes on with it: a space, or no hyphen, or nothing.</summary>
    public void Bind(StringBuilder text, string line)
    {
        if (text.Length == 0 || line.Length == 0)
            return;
        var left = LastWord(text);
        var right = RightWord().Match(line).Value;
        if (left.Length == 0)
            text.Append(' ');
        else if (!char.IsLetterOrDigit(line[0]) || right.Length == 0)
            text.Append(line[0] is '-' or ')' or ',' or '.' ? "" : " ");
        else
            Bind(text, left, right);
    }

    private void Bind(StringBuilder text, string left, string right)
    {
        if (Conjunctions.Contains(right))
            text.Append(' ');
        else if (!KeepsHyphen(left, right))
            text.Length--;
    }

    private bool KeepsHyphen(string left, string right)
    {
        if (words.Contains($"{left}-{right}".ToLowerInvariant()))
            return true;
        if (words.Contains((left + right).ToLowerInvariant()))
            return false;
        var part = left[(left.LastIndexOf('-') + 1)..];
        return part.Length == 0 || !part.All(char.IsLetter) || !right.All(static c => char.IsLetter(c) || c == '-')
            || part.Length == 1
            || HasOwnCase(part, right)
            || Hyphened.Contains(part.ToLowerInvariant())
            || (Adjectives.Contains(part.ToLowerInvariant()) && AdjectiveEnds.Any(end => right.EndsWith(end, StringComparison.Ordinal)))
            || Clashes.Contains($"{part[^1]}{right[0]}".ToLowerInvariant());
    }

    /// <summary>VNG-leden, Noord-Holland: capitals where a cut word would have none. A text all in capitals has cut words too.</summary>
    private static bool HasOwnCase(string part, string right) =>
        char.IsUpper(right[0]) ? part.Any(char.IsLower) || right.Any(char.IsLower) : part.Length > 1 && part.All(char.IsUpper);

    /// <summary>The word that the hyphen at the end hangs on, with hyphens inside it and without that one; empty if there is none.</summary>
    private static string LastWord(StringBuilder text)
    {
        var end = text.Length - 1;
        var start = end;
        while (text[end] == '-' && start > 0 && end - start < LongestWord && (IsWord(text[start - 1]) || (text[start - 1] == '-' && start < end)))
            start--;
        return text.ToString(start, end - start).TrimStart('-');
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    [GeneratedRegex(@"[\p{L}\p{M}0-9]+(?:-[\p{L}\p{M}0-9]+)*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\p{L}\p{M}0-9]+(?:-[\p{L}\p{M}0-9]+)*", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex RightWord();
}
