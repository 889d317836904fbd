using System.Text.RegularExpressions;

namespace Kiosk.Search.References;

/// <summary>
/// Articles of law: <c>artikel 285 Fw</c>, <c>art. 3 lid 2 Wgs</c>, <c>artikel 3, tweede lid, van de Wet …</c>, <c>artikelen 287 en 287a Fw</c>,
/// <c>6:162 BW</c>. The law is one of <see cref="Laws"/>.
/// </summary>
internal static partial class ArticleReferences
{
    private static readonly string[] Ordinals = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"];

    public static IEnumerable<Reference> Read(string text) => Cited(text).Select(ToReference);

    /// <summary>The same taken apart.</summary>
    public static IEnumerable<CitedArticle> Cited(string text)
    {
        var from = 0;
        while (Head().Match(text, from) is { Success: true } head)
        {
            var begin = head.Groups["word"] is { Success: true } word ? word.Index : head.Index;
            from = head.Index + head.Length;
            var tail = Tail().Match(text, from);
            var start = tail.Index + tail.Length;
            if (Laws.At(text, start) is not var (law, length))
                continue;
            from = start + length;
            foreach (Capture number in head.Groups["number"].Captures)
                yield return new CitedArticle(law, number.Value.ToLowerInvariant().Replace('.', ':'), Paragraph(tail), begin, start + length - begin);
        }
    }

    private static Reference ToReference(CitedArticle cited)
    {
        var article = "art" + cited.Number.Replace(':', 'p');
        return new Reference(
            cited.Paragraph is null ? [article + cited.Law] : [$"{article}lid{cited.Paragraph}{cited.Law}", article + cited.Law], cited.Start, cited.Length);
    }

    private static string? Paragraph(Match tail)
    {
        if (tail.Groups["paragraph"] is { Success: true } number)
            return number.Value;
        var ordinal = Array.IndexOf(Ordinals, tail.Groups["ordinal"].Value.ToLowerInvariant()) + 1;
        return ordinal > 0 ? ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    // The word before the number is looked at from there: digits are found faster than a word that may be left out.
    [GeneratedRegex(@"(?<=(?<![\w.,:-])(?<word>art(?:ikel(?:en)?)?\b\.?\s{0,3})?)(?<number>\d{1,4}(?:[:.]\d{1,4})?[a-z]{0,2})\b(?:(?:\s{0,2},\s{0,2}|\s{1,2}en\s{1,2}|\s{1,2}of\s{1,2})(?<number>\d{1,4}(?:[:.]\d{1,4})?[a-z]{0,2})\b){0,9}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Head();

    [GeneratedRegex(@"\G(?:\s{0,2},?\s{0,2}(?:lid\s{1,2}(?<paragraph>\d{1,2})|(?<ordinal>eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)\s{1,2}lid)\b)?(?:\s{0,2},?\s{0,2}(?:aanhef\s{1,2}en\s{1,2})?(?:onder(?:deel)?|sub)\s{1,2}[a-z0-9]{1,2}\b){0,3}\s{0,2},?\s{0,2}(?:van\s{1,2})?(?:de\s{1,2}|het\s{1,2})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Tail();
}

/// <param name="Law">As <see cref="Laws"/> keys it.</param>
/// <param name="Number">In small letters, a colon after a book: <c>6:162</c>.</param>
/// <param name="Paragraph">Null if none is named.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct CitedArticle(string Law, string Number, string? Paragraph, int Start, int Length);
