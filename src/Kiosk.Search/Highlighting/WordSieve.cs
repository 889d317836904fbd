using System.Buffers;

namespace Kiosk.Search.Highlighting;

/// <summary>
/// Finds the stretches of a text in which words of a question may stand, so that the rest need not be analysed: wherever the first letters of a term
/// stand (stemming leaves these, and a part may stand anywhere in a compound), and wherever folding or joining may change letters.
/// </summary>
internal sealed class WordSieve
{
    /// <summary>Stemming leaves so many letters as they are, but for a double vowel, which may have become single, an f of a v and an s of a z.</summary>
    private const int Kept = 3;

    /// <summary>How the plurals begin of words that change within these letters.</summary>
    private static readonly (string Singular, string Plural)[] OtherStarts = [("lid", "led"), ("stad", "ste"), ("smid", "sme")];

    /// <summary>Longer numbers may be references, which are read from several words.</summary>
    private const int LongestNumber = 4;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(letter => !char.IsAsciiDigit(letter) && letter is not ('-' or '\'' or '`' or '.'))]);

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly SearchValues<string> _starts;

    private WordSieve(IEnumerable<string> starts) => _starts = SearchValues.Create([.. starts], StringComparison.OrdinalIgnoreCase);

    /// <summary>Null if the terms are such that the whole text must be analysed.</summary>
    /// <param name="terms">Terms, or beginnings of terms.</param>
    public static WordSieve? For(IReadOnlyCollection<string> terms)
    {
        var words = terms.Where(term => term.Length > LongestNumber || !term.All(char.IsAsciiDigit)).ToList();
        return words.TrueForAll(word => word.Length > 0 && word.All(char.IsAsciiLetter)) ? new WordSieve(words.SelectMany(Starts)) : null;
    }

    /// <summary>Pieces that begin and end at white space, in order and apart; words that may form a phrase are in one piece.</summary>
    public IEnumerable<(int Start, int End)> Stretches(string text)
    {
        var (start, end) = (0, 0);
        for (var sought = new Places(this, text); sought.Next(end) is >= 0 and var at;)
        {
            var (from, to) = Around(text, at, end);
            if (end > start && text.AsSpan(end, from - end).ContainsAny(Letters))
            {
                yield return (start, end);
                start = from;
            }
            else if (end == start)
                start = from;
            end = to;
        }
        if (end > start)
            yield return (start, end);
    }

    private static IEnumerable<string> Starts(string term)
    {
        yield return term.Length <= Kept ? term : term[..Kept];
        foreach (var (singular, plural) in OtherStarts)
        {
            if (term.StartsWith(singular, StringComparison.Ordinal))
                yield return plural;
        }
        if (term.Length != Kept)
            yield break;
        yield return string.Concat(term.AsSpan(0, 2), term.AsSpan(1, 1));
        if (term[2] is 'f' or 's')
            yield return term[..2] + (term[2] == 'f' ? 'v' : 'z');
        if (term[0] == term[1])
            yield return term[1..];
    }

    /// <summary>At least the place itself, which may be a white space beyond ASCII.</summary>
    private static (int Start, int End) Around(string text, int at, int least)
    {
        var (start, end) = (at, at + 1);
        while (start > least && !char.IsWhiteSpace(text[start - 1]))
            start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return (start, end);
    }

    /// <summary>The places to look at, from front to back.</summary>
    private struct Places(WordSieve sieve, string text)
    {
        private int _start = -1;
        private int _odd = -1;

        /// <summary>The first at or after a place; -1 if there is none.</summary>
        public int Next(int from)
        {
            if (_start < from)
                _start = Sought(text.AsSpan(from).IndexOfAny(sieve._starts), from);
            if (_odd < from)
                _odd = Odd(from);
            var next = Math.Min(_start, _odd);
            return next == int.MaxValue ? -1 : next;
        }

        /// <summary>A full stop at the end of a sentence is nothing odd.</summary>
        private readonly int Odd(int from)
        {
            while (true)
            {
                var at = Sought(text.AsSpan(from).IndexOfAnyExcept(Plain), from);
                if (at == int.MaxValue || text[at] != '.' || (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1])))
                    return at;
                from = at + 1;
            }
        }

        private static int Sought(int found, int from) => found < 0 ? int.MaxValue : from + found;
    }
}
