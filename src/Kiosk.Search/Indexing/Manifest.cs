namespace Kiosk.Search.Indexing;

/// <summary>
/// What search.db itself holds: which segment files make up the index, what was taken out of them, and how far it follows the change feed. It is
/// written beside and renamed, so that it is always either the old or the new one, whole.
/// </summary>
/// <param name="Origin">Under which archive, format and analysis the index was made.</param>
/// <param name="Position">How far it follows the change feed.</param>
/// <param name="Segments">The names of the files, with a bit for each article taken out.</param>
internal sealed record Manifest(string Origin, FeedPosition Position, IReadOnlyList<(string File, ulong[]? Gone)> Segments)
{
    private const string Mark = "kiosk zoekindex";

    public byte[] ToBytes()
    {
        var writer = new ByteWriter();
        writer.Text(Mark);
        writer.Text(Origin);
        writer.Number(Position.Transaction);
        writer.Number(Position.Sequence);
        writer.Number(Segments.Count);
        foreach (var (file, gone) in Segments)
        {
            writer.Text(file);
            writer.Number(gone?.Length ?? 0);
            foreach (var bits in gone ?? [])
                writer.Number((long)bits);
        }
        writer.Fixed(Checksum.Of(writer.Written));
        return writer.Written.ToArray();
    }

    /// <exception cref="IndexDamageException">It is not what was written.</exception>
    public static Manifest Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Checksum.Length || new ByteReader(bytes[^Checksum.Length..]).Fixed() != Checksum.Of(bytes[..^Checksum.Length]))
            throw new IndexDamageException("search.db is not whole.");
        var reader = new ByteReader(bytes);
        if (reader.Text() != Mark)
            throw new IndexDamageException("search.db is something else.");
        var origin = reader.Text();
        var position = new FeedPosition(reader.Long(), reader.Long());
        var segments = new (string, ulong[]?)[reader.Number()];
        for (var i = 0; i < segments.Length; i++)
            segments[i] = (reader.Text(), ReadBits(ref reader));
        return new Manifest(origin, position, segments);
    }

    private static ulong[]? ReadBits(ref ByteReader reader)
    {
        var bits = new ulong[reader.Number()];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = (ulong)reader.Long();
        return bits.Length == 0 ? null : bits;
    }
}
