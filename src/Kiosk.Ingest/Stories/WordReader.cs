using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Stories;

/// <summary>Cuts a text into the words that carry its news, and tells facts from other words.</summary>
internal sealed class WordReader
{
    /// <summary>Characters that are read: some 3,000 words. A takeover of a longer text shows before that.</summary>
    public const int MostText = 20_000;

    private readonly List<(string Raw, bool OpensSentence)> _raw = [];

    /// <summary>The words of a text, function words left out.</summary>
    public static IReadOnlyList<StoryWord> Read(string text)
    {
        var reader = new WordReader();
        reader.Split(text.AsSpan(0, Math.Min(text.Length, MostText)));
        return reader.Words();
    }

    private void Split(ReadOnlySpan<char> text)
    {
        var opens = true;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or ':' or '\n' or '“' or '”' or '‘' or '"' or '•';
                at++;
                continue;
            }

            var length = Length(text[at..]);
            _raw.Add((text.Slice(at, length).ToString(), opens));
            (at, opens) = (at + length, false);
        }
    }

    /// <summary>A run of letters and digits; in a number, separators between digits belong to it.</summary>
    private static int Length(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || char.GetUnicodeCategory(text[length]) == UnicodeCategory.NonSpacingMark
            || (text[length] is '.' or ',' && char.IsAsciiDigit(text[length - 1]) && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1]))))
            length++;
        return length;
    }

    private List<StoryWord> Words()
    {
        var names = _raw.Where(static word => !word.OpensSentence && IsCapital(word.Raw)).Select(static word => Fold(word.Raw)).ToHashSet(StringComparer.Ordinal);
        var words = new List<StoryWord>(_raw.Count);
        foreach (var (raw, _) in _raw)
        {
            var folded = Fold(raw);
            if (words.Count > 0 && words[^1].Kind == WordKind.Number && NumberWords.Scaled(words[^1].Text, folded) is { } scaled)
                words[^1] = new StoryWord(scaled, WordKind.Number);
            else if (!FunctionWords.Contains(folded))
                words.Add(WordOf(folded, names));
        }

        return words;
    }

    private static StoryWord WordOf(string folded, HashSet<string> names)
    {
        if (char.IsAsciiDigit(folded[0]))
            return new StoryWord(NumberWords.OfDigits(folded), WordKind.Number);
        return NumberWords.ValueOf(folded) is { } value
            ? new StoryWord(value, WordKind.Number)
            : new StoryWord(folded, names.Contains(folded) ? WordKind.Name : WordKind.Plain);
    }

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    /// <summary>Lower case, without diacritics.</summary>
    private static string Fold(string word)
    {
        if (Ascii.IsValid(word))
            return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var character in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(character);
        }

        return folded.ToString();
    }
}
