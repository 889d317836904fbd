using System.Collections.Concurrent;

namespace Kiosk.Search.Analysis;

/// <summary>
/// The words met most, with what the analysis made of them: texts repeat their words, and a look-up costs a tenth of stemming.
/// Emptied when full, so that hostile pages cannot make it grow.
/// </summary>
internal static class TermCache
{
    private const int Capacity = 100_000;
    private const int LongestWord = 40;

    private static readonly ConcurrentDictionary<string, Term> Terms = new();
    private static int _count;

    public static Term Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return Term.Of(word);
        return Terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known) ? known : Add(word);
    }

    private static Term Add(ReadOnlySpan<char> word)
    {
        var term = Term.Of(word);
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Terms.Clear();
            Interlocked.Exchange(ref _count, 0);
        }
        Terms.TryAdd(word.ToString(), term);
        return term;
    }
}
