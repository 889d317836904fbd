namespace Kiosk.Search.Indexing;

/// <summary>What a segment's dictionary says of a term.</summary>
/// <param name="Key">See <see cref="TermKey"/>.</param>
/// <param name="Count">Articles that hold it.</param>
/// <param name="Offset">Where its articles stand in the file; its positions follow.</param>
/// <param name="ArticlesLength">In bytes, without the checksum.</param>
/// <param name="PositionsLength">In bytes, without the checksum; 0 if it has none.</param>
internal readonly record struct TermEntry(string Key, int Count, long Offset, int ArticlesLength, int PositionsLength)
{
    public bool IsPlain => TermKey.IsPlain(Key);
}
