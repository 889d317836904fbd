using Microsoft.Win32.SafeHandles;

namespace Kiosk.Search.Indexing;

/// <summary>
/// The terms of a segment in ordinal order, in blocks that stand in the file; only the first term of each block is kept in memory.
/// </summary>
internal sealed class TermDictionary
{
    public const int BlockSize = 32;

    private readonly SafeFileHandle _file;
    private readonly string[] _firsts;
    private readonly long[] _offsets;

    public TermDictionary(SafeFileHandle file, ReadOnlySpan<byte> index)
    {
        _file = file;
        var reader = new ByteReader(index);
        var at = reader.Long();
        _firsts = new string[reader.Number()];
        _offsets = new long[_firsts.Length + 1];
        for (var block = 0; block < _firsts.Length; block++)
        {
            _firsts[block] = reader.Text();
            _offsets[block] = at;
            at += reader.Number() + Checksum.Length;
        }
        _offsets[^1] = at;
    }

    /// <summary>Null if no article of the segment holds it.</summary>
    public TermEntry? Find(string key)
    {
        var block = BlockOf(key);
        if (block < 0)
            return null;
        using var record = ReadBlock(block);
        var entries = new TermBlock(record.Span);
        while (entries.Next())
        {
            var order = entries.Key.SequenceCompareTo(key);
            if (order >= 0)
                return order == 0 ? entries.Entry(key) : null;
        }
        return null;
    }

    /// <summary>All terms at or after a key, in order, as long as they start with a prefix.</summary>
    public IEnumerable<TermEntry> From(string key, string prefix)
    {
        for (var block = Math.Max(0, BlockOf(key)); block < _firsts.Length; block++)
        {
            foreach (var entry in Entries(block))
            {
                if (string.CompareOrdinal(entry.Key, key) < 0)
                    continue;
                if (!entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                    yield break;
                yield return entry;
            }
        }
    }

    /// <summary>
    /// Of the terms that start with a prefix those in most articles, most first, of equals in order. Only these become strings: two letters may stand
    /// for tens of thousands.
    /// </summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="look">How many terms are looked at, from the first.</param>
    public List<(string Key, int Count)> MostCommon(string prefix, int take, int look)
    {
        var found = new List<(string Key, int Count)>(take + 1);
        for (var block = Math.Max(0, BlockOf(prefix)); block < _firsts.Length; block++)
        {
            using var record = ReadBlock(block);
            var entries = new TermBlock(record.Span);
            while (entries.Next())
            {
                if (entries.Key.SequenceCompareTo(prefix) < 0)
                    continue;
                if (look-- == 0 || !entries.Key.StartsWith(prefix))
                    return found;
                if (found.Count < take || entries.Count > found[^1].Count)
                    Insert(found, entries.Key.ToString(), entries.Count, take);
            }
        }
        return found;
    }

    private static void Insert(List<(string Key, int Count)> found, string key, int count, int take)
    {
        var at = found.Count;
        while (at > 0 && found[at - 1].Count < count)
            at--;
        found.Insert(at, (key, count));
        if (found.Count > take)
            found.RemoveAt(take);
    }

    private List<TermEntry> Entries(int block)
    {
        var entries = new List<TermEntry>(BlockSize);
        using var record = ReadBlock(block);
        var reader = new TermBlock(record.Span);
        while (reader.Next())
            entries.Add(reader.Entry(reader.Key.ToString()));
        return entries;
    }

    private int BlockOf(string key)
    {
        var found = Array.BinarySearch(_firsts, key, StringComparer.Ordinal);
        return found >= 0 ? found : ~found - 1;
    }

    private FileRecord ReadBlock(int block) => FileRecord.Read(_file, _offsets[block], _offsets[block + 1] - _offsets[block] - Checksum.Length);
}
