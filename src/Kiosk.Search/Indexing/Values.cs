using System.Runtime.InteropServices;

namespace Kiosk.Search.Indexing;

/// <summary>
/// What is known of each article of a segment besides its words, in columns that are kept in memory: about 60 bytes an article. Articles are
/// numbered from 0, newest first.
/// </summary>
internal sealed class Values(int count)
{
    public const int LengthFields = 3;

    private static readonly int FacetKinds = Enum.GetValues<Facet>().Length;

    public int Count { get; } = count;

    public long[] Ids { get; private set; } = new long[count];

    /// <summary>Time of publication in seconds since 1970.</summary>
    public long[] Seconds { get; private set; } = new long[count];

    /// <summary><see cref="NoStory"/> if it stands alone.</summary>
    public long[] Stories { get; private set; } = new long[count];

    /// <summary>Day numbers; <see cref="int.MinValue"/> if unknown.</summary>
    public int[] ValidFrom { get; private set; } = new int[count];

    /// <summary>Day numbers; <see cref="int.MaxValue"/> if there is no end.</summary>
    public int[] ValidUntil { get; private set; } = new int[count];

    public byte[] Marks { get; private set; } = new byte[count];

    /// <summary>See <see cref="FieldLength"/>; by <see cref="Field"/>, for body, title and lead.</summary>
    public byte[][] Lengths { get; } = [new byte[count], new byte[count], new byte[count]];

    public FacetColumn[] Facets { get; } = new FacetColumn[FacetKinds];

    /// <summary>Where each stored text starts in the file, and one more for the end.</summary>
    public long[] Stored { get; set; } = [];

    public static long NoStory => long.MinValue;

    public const byte IsPick = 1;

    public const byte IsSuperseded = 2;

    public FacetColumn Facet(Facet facet) => Facets[(int)facet];

    public void Write(ByteWriter writer)
    {
        writer.Number(Count);
        writer.Bytes(MemoryMarshal.AsBytes(Ids.AsSpan()));
        writer.Bytes(MemoryMarshal.AsBytes(Seconds.AsSpan()));
        writer.Bytes(MemoryMarshal.AsBytes(Stories.AsSpan()));
        writer.Bytes(MemoryMarshal.AsBytes(ValidFrom.AsSpan()));
        writer.Bytes(MemoryMarshal.AsBytes(ValidUntil.AsSpan()));
        writer.Bytes(Marks);
        foreach (var lengths in Lengths)
            writer.Bytes(lengths);
        foreach (var facet in Facets)
            facet.Write(writer);
        writer.Bytes(MemoryMarshal.AsBytes(Stored.AsSpan()));
    }

    public static Values Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var count = reader.Number();
        var values = new Values(0, count)
        {
            Ids = Column<long>(ref reader, count),
            Seconds = Column<long>(ref reader, count),
            Stories = Column<long>(ref reader, count),
            ValidFrom = Column<int>(ref reader, count),
            ValidUntil = Column<int>(ref reader, count),
            Marks = Column<byte>(ref reader, count),
        };
        for (var field = 0; field < LengthFields; field++)
            values.Lengths[field] = Column<byte>(ref reader, count);
        for (var facet = 0; facet < FacetKinds; facet++)
            values.Facets[facet] = FacetColumn.Read(ref reader);
        values.Stored = Column<long>(ref reader, count + 1);
        return values;
    }

    private Values(int allocated, int count)
        : this(allocated) => Count = count;

    private static T[] Column<T>(ref ByteReader reader, int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(reader.Bytes(count * Marshal.SizeOf<T>())).ToArray();
}
