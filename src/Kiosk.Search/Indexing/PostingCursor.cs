namespace Kiosk.Search.Indexing;

/// <summary>Walks a posting list from front to back without understanding its frequencies more than needed to step over them.</summary>
internal sealed class PostingCursor : IDisposable
{
    private readonly FileRecord _articles;
    private readonly FileRecord _positions;
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
    {
        (_count, _isPlain, _hasPositions) = (term.Count, term.IsPlain, term.PositionsLength > 0);
        _articles = segment.ReadArticles(term);
        _positions = _hasPositions ? segment.ReadPositions(term) : default;
        if (_hasPositions)
            FindFirstBlock();
    }

    public int Article { get; private set; } = -1;

    public ReadOnlySpan<byte> Frequencies => _articles.Span[_frequencies.._at];

    public bool Next()
    {
        if (_read == _count)
            return false;
        var reader = new ByteReader(_articles.Span) { At = _at };
        Article += reader.Number() + 1;
        _frequencies = reader.At;
        if (_isPlain)
        {
            var code = reader.Byte();
            if (code > TermFrequencies.HighestBodyOnly)
                reader.At += System.Numerics.BitOperations.PopCount((uint)code & TermFrequencies.HighestBodyOnly);
        }
        _at = reader.At;
        _read++;
        return true;
    }

    /// <summary>The first article at or after one; false if there is none.</summary>
    public bool Advance(int article)
    {
        while (Article < article)
        {
            if (!Next())
                return false;
        }
        return true;
    }

    /// <summary>The positions of the present article as written: a count and gaps. To be asked of articles in order.</summary>
    public ReadOnlySpan<byte> Positions()
    {
        if (!_hasPositions)
            return [];
        var block = (_read - 1) / PostingEncoder.BlockSize;
        var reader = new ByteReader(_positions.Span);
        while (_block < block)
            NextBlock(ref reader);
        reader.At = _positionAt;
        var start = reader.At;
        for (; _positionOf < _read; _positionOf++)
        {
            start = reader.At;
            for (var left = reader.Number(); left > 0; left--)
                reader.Number();
        }
        _positionAt = reader.At;
        return _positions.Span[start..reader.At];
    }

    public void Dispose()
    {
        _articles.Dispose();
        if (_hasPositions)
            _positions.Dispose();
    }

    private void FindFirstBlock()
    {
        var reader = new ByteReader(_positions.Span);
        for (var blocks = (_count + PostingEncoder.BlockSize - 1) / PostingEncoder.BlockSize; blocks > 0; blocks--)
            reader.Number();
        (_blockAt, _positionAt) = (reader.At, reader.At);
    }

    private void NextBlock(ref ByteReader reader)
    {
        reader.At = _blockLengthAt;
        _blockAt += reader.Number();
        _blockLengthAt = reader.At;
        _block++;
        (_positionAt, _positionOf) = (_blockAt, _block * PostingEncoder.BlockSize);
    }
}
