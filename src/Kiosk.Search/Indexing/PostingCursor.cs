namespace Kiosk.Search.Indexing;

/// <summary>Walks a posting list from front to back without understanding its frequencies more than needed to step over them.</summary>
internal sealed class PostingCursor : IDisposable
{
    private readonly FileRecord _record;
    private readonly int _articlesLength;
    private readonly int _count;
    private readonly bool _isPlain;
    private readonly bool _hasPositions;
    private int _read;
    private int _at;
    private int _frequencies;
    private int _block;
    private int _blockLengthAt;
    private int _blockAt;
    private int _positionAt;
    private int _positionOf;

    public PostingCursor(Segment segment, TermEntry term)
        : this(segment.ReadPostings(term), term)
    {
    }

    /// <param name="record">The postings of the term; from now on the cursor's.</param>
    /// <param name="term">The term.</param>
    public PostingCursor(FileRecord record, TermEntry term)
    {
        (_count, _isPlain, _hasPositions) = (term.Count, term.IsPlain, term.PositionsLength > 0);
        (_record, _articlesLength) = (record, term.ArticlesLength);
        if (_hasPositions)
            FindFirstBlock();
    }

    public int Article { get; private set; } = -1;

    public ReadOnlySpan<byte> Frequencies => _record.Span[_frequencies.._at];

    private ReadOnlySpan<byte> PositionBytes => _record.Span[(_articlesLength + Checksum.Length)..];

    public bool Next() => Read(Article + 1);

    /// <summary>The first article at or after one; false if there is none.</summary>
    public bool Advance(int article) => Article >= article || Read(article);

    /// <summary>The positions of the present article as written: a count and gaps. To be asked of articles in order.</summary>
    public ReadOnlySpan<byte> Positions()
    {
        if (!_hasPositions)
            return [];
        var block = (_read - 1) / PostingEncoder.BlockSize;
        var bytes = PositionBytes;
        while (_block < block)
            NextBlock(bytes);
        var (start, end) = (_positionAt, _positionAt);
        for (; _positionOf < _read; _positionOf++)
        {
            start = end;
            var count = PostingBytes.Number(bytes, ref end);
            end = PostingBytes.Skip(bytes, end, count);
        }
        _positionAt = end;
        return bytes[start..end];
    }

    private bool Read(int least)
    {
        var bytes = _record.Span;
        var (at, article, read) = (_at, Article, _read);
        var frequencies = at;
        while (article < least && read < _count)
        {
            article += PostingBytes.Number(bytes, ref at) + 1;
            frequencies = at;
            if (_isPlain)
                at += 1 + TermFrequencies.More(bytes[at]);
            read++;
        }
        (_at, Article, _read, _frequencies) = (at, article, read, frequencies);
        return article >= least;
    }

    public void Dispose() => _record.Dispose();

    private void FindFirstBlock()
    {
        var blocks = (_count + PostingEncoder.BlockSize - 1) / PostingEncoder.BlockSize;
        _blockAt = _positionAt = PostingBytes.Skip(PositionBytes, 0, blocks);
    }

    private void NextBlock(ReadOnlySpan<byte> bytes)
    {
        _blockAt += PostingBytes.Number(bytes, ref _blockLengthAt);
        _block++;
        (_positionAt, _positionOf) = (_blockAt, _block * PostingEncoder.BlockSize);
    }
}
