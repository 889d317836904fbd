namespace Kiosk.Search.Indexing;

/// <summary>
/// Writes the posting list of one term: for each article the gap to the one before and how often the term stands in each field; apart
/// from that, so that ranking need not read it, where it stands. After every <see cref="BlockSize"/> articles the length of their positions is
/// noted, so that a phrase skips what it does not need.
/// </summary>
internal sealed class PostingEncoder
{
    public const int BlockSize = 128;

    private readonly ByteWriter _positions = new();
    private readonly ByteWriter _blocks = new();
    private readonly ByteWriter _joined = new();
    private int _last;
    private int _blockStart;

    public int Count { get; private set; }

    public ByteWriter Articles { get; } = new();

    /// <summary>The lengths of the blocks, then the positions; empty if no article has positions.</summary>
    public ReadOnlySpan<byte> Positions()
    {
        CloseBlock();
        _joined.Clear();
        if (_positions.Length > 0)
        {
            _joined.Bytes(_blocks.Written);
            _joined.Bytes(_positions.Written);
        }
        return _joined.Written;
    }

    public void Start()
    {
        (_last, _blockStart, Count) = (-1, 0, 0);
        Articles.Clear();
        _positions.Clear();
        _blocks.Clear();
    }

    /// <param name="article">Higher than the one before.</param>
    /// <param name="frequencies">As <see cref="TermFrequencies"/> writes them; empty for terms that only tell which articles.</param>
    /// <param name="positions">A count and gaps; empty for terms that only tell which articles.</param>
    public void Add(int article, ReadOnlySpan<byte> frequencies, ReadOnlySpan<byte> positions)
    {
        if (Count > 0 && Count % BlockSize == 0)
            CloseBlock();
        Articles.Number(article - _last - 1);
        Articles.Bytes(frequencies);
        _positions.Bytes(positions);
        _last = article;
        Count++;
    }

    private void CloseBlock()
    {
        _blocks.Number(_positions.Length - _blockStart);
        _blockStart = _positions.Length;
    }
}
