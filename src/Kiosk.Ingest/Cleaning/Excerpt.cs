namespace Kiosk.Ingest.Cleaning;

/// <summary>Cuts text to a length that a card or result can show.</summary>
public static class Excerpt
{
    /// <summary>
    /// The text itself if it fits, else whole sentences where these fill at least half of <paramref name="max"/>, else whole words and an
    /// ellipsis. Never longer than <paramref name="max"/> characters (UTF-16 units), never half a surrogate pair.
    /// </summary>
    public static string Of(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        text = text.Trim();
        if (text.Length <= max)
            return text;

        var sentence = SentenceEnd(text, max);
        if (sentence > 0 && sentence >= max / 2)
            return text[..sentence];

        var word = WordEnd(text, max - 1);
        return text[..word].TrimEnd(' ', ',', ';', ':', '-', '\u2013', '\n') + "\u2026";
    }

    private static int SentenceEnd(string text, int max)
    {
        for (var i = max - 1; i > 0; i--)
        {
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]))
                return i + 1;
        }

        return 0;
    }

    private static int WordEnd(string text, int max)
    {
        for (var i = max; i > max / 2; i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }

        return max > 0 && char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
    }
}
