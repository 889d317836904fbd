using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Bounds what a short prefix costs: two letters may stand for ten thousand words. The words that stand in most articles are kept.
/// </summary>
internal static class PrefixLimit
{
    private const int MostTerms = 4_096;
    private const int PostingsAnArticle = 4;
    private const int PostingsAnyway = 20_000;

    public static List<TermEntry> Cut(List<TermEntry> terms, int articles, out bool cut)
    {
        var room = PostingsAnyway + ((long)PostingsAnArticle * articles);
        cut = terms.Count > MostTerms || terms.Sum(term => (long)term.Count) > room;
        if (!cut)
            return terms;
        terms.Sort((one, other) => other.Count != one.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Key, other.Key));
        return [.. terms.Take(MostTerms).TakeWhile(term => (room -= term.Count) > 0)];
    }
}
