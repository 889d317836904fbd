namespace Kiosk.Search.Indexing;

/// <summary>
/// Writes a segment file from front to back: the stored texts, the posting lists in the order of their terms, the dictionary in blocks, the index of
/// the blocks, the columns, and last a foot of fixed length that says where the latter two stand. Every piece has its checksum behind it.
/// A file that was not written to the end has no foot, and no manifest names it.
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly FileStream _file;
    private readonly ByteWriter _block = new();
    private readonly ByteWriter _blockIndex = new();
    private readonly ByteWriter _dictionary = new();
    private readonly List<(string First, int Length)> _blocks = [];
    private readonly List<long> _stored = [0];
    private string _lastKey = "";
    private int _inBlock;
    private long _at;

    public SegmentWriter(string path) => _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, BufferSize);

    /// <summary>The text of the next article.</summary>
    public void AddStored(ReadOnlySpan<byte> text)
    {
        Append(text);
        _stored.Add(_at);
    }

    /// <summary>The next term, in ordinal order, with what <paramref name="postings"/> holds.</summary>
    public void AddTerm(string key, PostingEncoder postings)
    {
        var positions = postings.Positions();
        var offset = _at;
        Append(postings.Articles.Written);
        if (positions.Length > 0)
            Append(positions);
        if (_inBlock == TermDictionary.BlockSize)
            CloseBlock();
        if (_inBlock++ == 0)
            StartBlock(key, offset);
        var shared = _lastKey.AsSpan().CommonPrefixLength(key);
        _block.Number(shared);
        _block.Text(key.AsSpan(shared));
        _block.Number(postings.Count);
        _block.Number(postings.Articles.Length);
        _block.Number(positions.Length);
        _lastKey = key;
    }

    public void Finish(Values values)
    {
        if (_inBlock > 0)
            CloseBlock();
        values.Stored = [.. _stored];
        var dictionaryAt = _at;
        _file.Write(_dictionary.Written);
        _at += _dictionary.Length;
        var (indexAt, indexLength) = Piece(WriteBlockIndex(dictionaryAt));
        var columns = new ByteWriter();
        values.Write(columns);
        var (valuesAt, valuesLength) = Piece(columns);
        new SegmentFoot(indexAt, indexLength, valuesAt, valuesLength).Write(_file);
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private (long Offset, long Length) Piece(ByteWriter content)
    {
        var offset = _at;
        Append(content.Written);
        return (offset, content.Length);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes);
        Span<byte> check = stackalloc byte[Checksum.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(check, Checksum.Of(bytes));
        _file.Write(check);
        _at += bytes.Length + Checksum.Length;
    }

    private void StartBlock(string key, long offset)
    {
        _lastKey = "";
        _blocks.Add((key, 0));
        _block.Number(offset);
    }

    private void CloseBlock()
    {
        _blocks[^1] = _blocks[^1] with { Length = _block.Length };
        _dictionary.Bytes(_block.Written);
        _dictionary.Fixed(Checksum.Of(_block.Written));
        _block.Clear();
        _inBlock = 0;
    }

    private ByteWriter WriteBlockIndex(long dictionaryAt)
    {
        _blockIndex.Number(dictionaryAt);
        _blockIndex.Number(_blocks.Count);
        foreach (var (first, length) in _blocks)
        {
            _blockIndex.Text(first);
            _blockIndex.Number(length);
        }
        return _blockIndex;
    }
}
