using System.Globalization;
using System.Text;

namespace Kiosk.Search.Spelling;

/// <summary>
/// The words of an archive with how often they stand in it, in the order of their letters. Immutable, so that many may search it while a new one
/// is made. Takes some 70 bytes a word: 20 MB for 300,000.
/// </summary>
public sealed class SpellingWords
{
    internal const int LongestWord = 60;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly string[] _words;
    private readonly byte[] _shared;

    /// <summary>Words in any letter case, as they stand in the texts; counts of the same word are added up.</summary>
    public SpellingWords(IEnumerable<KeyValuePair<string, long>> words)
    {
        foreach (var (word, count) in words)
        {
            var plain = Plain(word);
            if (plain.Length > 1)
                _counts[plain] = _counts.GetValueOrDefault(plain) + count;
        }
        _words = [.. _counts.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        _shared = new byte[_words.Length];
        for (var i = 1; i < _words.Length; i++)
            _shared[i] = (byte)_words[i].AsSpan().CommonPrefixLength(_words[i - 1]);
    }

    /// <summary>How many words there are.</summary>
    public int Count => _words.Length;

    internal ReadOnlySpan<string> Sorted => _words;

    /// <summary>How many first letters each word shares with the one before it.</summary>
    internal ReadOnlySpan<byte> Shared => _shared;

    /// <summary>In how many places a word stands; 0 if nowhere.</summary>
    public long CountOf(string word) => _counts.GetValueOrDefault(Plain(word));

    /// <summary>A word in small letters; empty if it has other signs than letters, apostrophes and hyphens, or is too long.</summary>
    internal static string Plain(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return "";
        foreach (var letter in word)
        {
            if (!char.IsLetter(letter) && letter is not ('\'' or '’' or '‘' or '-') && char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                return "";
        }
        var plain = new string(word).ToLowerInvariant();
        return Ascii.IsValid(plain) ? plain : plain.Normalize().Replace('’', '\'').Replace('‘', '\'');
    }
}
