namespace Kiosk.Search.Indexing;

/// <summary>Reads one block of the dictionary: each term without what it shares with the one before.</summary>
internal ref struct TermBlock
{
    private ByteReader _reader;
    private char[] _letters = new char[64];
    private int _length;
    private int _count;
    private int _articlesLength;
    private int _positionsLength;
    private long _offset;
    private long _next;

    public TermBlock(ReadOnlySpan<byte> block)
    {
        _reader = new ByteReader(block);
        _next = _reader.Long();
    }

    /// <summary>Articles that hold the term.</summary>
    public readonly int Count => _count;

    public readonly ReadOnlySpan<char> Key => _letters.AsSpan(0, _length);

    public bool Next()
    {
        if (_reader.IsAtEnd)
            return false;
        var shared = _reader.Number();
        var more = _reader.Number();
        if ((uint)shared > (uint)_length || (uint)more > 1_000_000)
            throw new IndexDamageException("A block of terms is not in order.");
        _length = shared + more;
        if (_length > _letters.Length)
            Array.Resize(ref _letters, _length * 2);
        for (var i = shared; i < _length; i++)
            _letters[i] = (char)_reader.Number();
        (_count, _articlesLength, _positionsLength) = (_reader.Number(), _reader.Number(), _reader.Number());
        _offset = _next;
        _next += _articlesLength + Checksum.Length + (_positionsLength > 0 ? _positionsLength + Checksum.Length : 0);
        return true;
    }

    public readonly TermEntry Entry(string key) => new(key, _count, _offset, _articlesLength, _positionsLength);
}
