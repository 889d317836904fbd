using System.Numerics;
using System.Runtime.InteropServices;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Of the articles that hold all words of a phrase, finds those where they stand one after another in one field.</summary>
internal static class PhraseScan
{
    public static ulong[] Keep(
        Segment segment, TermEntry?[] words, ulong[] candidates, Workspace workspace, float[]? frequencies, float weight, Bm25 bm25, bool titleOnly)
    {
        var found = workspace.Bits();
        if (Array.Exists(words, word => word is null))
            return found;
        var cursors = words.Select(word => new PostingCursor(segment, word!.Value)).ToArray();
        try
        {
            var starts = new List<int>();
            var next = new List<int>();
            for (var word = 0; word < workspace.Words; word++)
            {
                for (var rest = candidates[word]; rest != 0; rest &= rest - 1)
                {
                    var article = (word << 6) + BitOperations.TrailingZeroCount(rest);
                    Starts(cursors, article, starts, next);
                    if (titleOnly)
                        starts.RemoveAll(place => FieldOf(place) != Field.Title);
                    if (starts.Count > 0)
                        Add(article, starts);
                }
            }
        }
        finally
        {
            foreach (var cursor in cursors)
                cursor.Dispose();
        }
        return found;

        void Add(int article, List<int> places)
        {
            BitSet.Set(found, article);
            if (frequencies is null)
                return;
            foreach (var place in places)
                frequencies[article] += weight * bm25.Factor(segment.Values, FieldOf(place), article);
        }
    }

    /// <summary>Reads positions as <see cref="PostingList"/> writes them.</summary>
    public static void ReadPlaces(ReadOnlySpan<byte> bytes, List<int> places)
    {
        places.Clear();
        var (at, place) = (0, 0);
        for (var left = PostingBytes.Number(bytes, ref at); left > 0; left--)
        {
            place += PostingBytes.Number(bytes, ref at);
            places.Add(place);
        }
    }

    private static Field FieldOf(int place) => (Field)(place % PostingList.FieldStep);

    /// <summary>Where the phrase starts in an article that holds all its words.</summary>
    private static void Starts(PostingCursor[] cursors, int article, List<int> starts, List<int> next)
    {
        for (var word = 0; word < cursors.Length; word++)
        {
            cursors[word].Advance(article);
            ReadPlaces(cursors[word].Positions(), word == 0 ? starts : next);
            if (word > 0)
                KeepFollowed(starts, next, word * PostingList.FieldStep);
            if (starts.Count == 0)
                return;
        }
    }

    /// <summary>Both lists ascend.</summary>
    private static void KeepFollowed(List<int> starts, List<int> next, int distance)
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < starts.Count; i++)
        {
            while (at < next.Count && next[at] < starts[i] + distance)
                at++;
            if (at < next.Count && next[at] == starts[i] + distance)
                starts[kept++] = starts[i];
        }
        CollectionsMarshal.SetCount(starts, kept);
    }
}
