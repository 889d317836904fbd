using System.Numerics;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>All articles that a rule would tag: by what they say and what is known of them, and not by how they are tagged already.</summary>
public static class RuleMatches
{
    /// <summary>
    /// The ids of exactly those articles in the index of which <see cref="Query.Matches(ArticleTerms)"/> says that they match while they have no topics.
    /// In no particular order; null if the index is damaged.
    /// </summary>
    public static IReadOnlyList<long>? In(SearchIndex index, Query rule)
    {
        index.Refresh();
        return index.Read(snapshot => Of(snapshot, rule));
    }

    private static List<long> Of(Snapshot snapshot, Query rule)
    {
        var ids = new List<long>();
        var bm25 = new Bm25(snapshot);
        foreach (var live in snapshot.Segments)
        {
            using var workspace = new Workspace(live.Segment.Count);
            var matcher = new Matcher(live, new SegmentTerms(live.Segment), workspace, bm25, textsOnly: true);
            var matches = matcher.Match(rule, frequencies: null);
            BitSet.Keep(matches.AsSpan(0, workspace.Words), matcher.Everything());
            Collect(matches.AsSpan(0, workspace.Words), live.Segment.Values.Ids, ids);
        }
        return ids;
    }

    private static void Collect(ReadOnlySpan<ulong> matches, long[] all, List<long> ids)
    {
        for (var word = 0; word < matches.Length; word++)
        {
            for (var rest = matches[word]; rest != 0; rest &= rest - 1)
                ids.Add(all[(word << 6) + BitOperations.TrailingZeroCount(rest)]);
        }
    }
}
