using System.Text;

namespace Kiosk.Web.Annotations;

/// <summary>
/// A text as passages are compared: without blanks and letters that nobody sees, in lower case, with plain quotes and dashes. So a passage that was
/// selected, pasted or typed over is found, whatever a browser makes of the ends of lines and paragraphs.
/// </summary>
public sealed class FoldedText
{
    private readonly List<int> _places = [];

    public FoldedText(string text)
    {
        var letters = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (Fold(text[at]) is not { } letter)
                continue;
            letters.Append(letter);
            _places.Add(at);
        }

        Letters = letters.ToString();
    }

    public string Letters { get; }

    /// <summary>Where a letter stands in the text itself.</summary>
    public int PlaceOf(int letter) => _places[letter];

    /// <summary>The place in <see cref="Letters"/> where the passage begins, and its length there; null if it is not in the text. Of equal passages the one whose surroundings agree best.</summary>
    public (int Start, int Length)? Find(TextQuote quote)
    {
        var exact = new FoldedText(quote.Exact).Letters;
        if (exact.Length == 0)
            return null;
        var (prefix, suffix) = (new FoldedText(quote.Prefix).Letters, new FoldedText(quote.Suffix).Letters);
        var (best, agrees) = (-1, -1);
        for (var at = Letters.IndexOf(exact, StringComparison.Ordinal); at >= 0; at = Letters.IndexOf(exact, at + 1, StringComparison.Ordinal))
        {
            var score = Before(at, prefix) + After(at + exact.Length, suffix);
            if (score > agrees)
                (best, agrees) = (at, score);
        }

        return best < 0 ? null : (best, exact.Length);
    }

    private int Before(int at, string prefix)
    {
        var equal = 0;
        while (equal < prefix.Length && equal < at && Letters[at - 1 - equal] == prefix[^(equal + 1)])
            equal++;
        return equal;
    }

    private int After(int at, string suffix)
    {
        var equal = 0;
        while (equal < suffix.Length && at + equal < Letters.Length && Letters[at + equal] == suffix[equal])
            equal++;
        return equal;
    }

    /// <summary>Null for what does not count.</summary>
    private static char? Fold(char letter) => letter switch
    {
        _ when char.IsWhiteSpace(letter) || char.IsControl(letter) => null,
        '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' => null,
        '‘' or '’' or '‚' or '‛' or '`' or '´' => '\'',
        '“' or '”' or '„' or '«' or '»' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        _ => char.ToLowerInvariant(letter),
    };
}
