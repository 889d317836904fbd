using Microsoft.Win32.SafeHandles;

namespace Kiosk.Search.Indexing;

/// <summary>
/// Reads postings in the order in which they stand in the file, a stretch of it at a time: to join segments means to read all of them, and most are so short
/// that asking the system for each would cost more than the joining.
/// </summary>
internal sealed class PostingWindow(SafeFileHandle file)
{
    private const int Size = 1 << 16;

    private readonly byte[] _bytes = new byte[Size];
    private long _start;
    private int _length;

    /// <summary>The same as <see cref="Segment.ReadPostings"/>.</summary>
    public FileRecord Read(TermEntry term)
    {
        var total = term.ArticlesLength + Checksum.Length + (term.PositionsLength == 0 ? 0 : term.PositionsLength + Checksum.Length);
        if (total is < 0 or > Size || term.Offset < 0)
            return FileRecord.ReadPostings(file, term);
        if (term.Offset < _start || term.Offset + total > _start + _length)
            (_start, _length) = (term.Offset, RandomAccess.Read(file, _bytes, term.Offset));
        // Less than asked for is not yet the end of the file.
        return total > _length ? FileRecord.ReadPostings(file, term) : FileRecord.PostingsIn(_bytes.AsSpan((int)(term.Offset - _start), total), term);
    }
}
