using System.Runtime.InteropServices;

namespace Kiosk.Search.Indexing;

/// <summary>
/// One property of all articles of a segment: the values that occur, and for each article the numbers of its values.
/// </summary>
/// <param name="Values">What occurs, with the name to show.</param>
/// <param name="Starts">For each article where its numbers start, and one more for the end.</param>
/// <param name="Ordinals">The numbers of values.</param>
internal sealed record FacetColumn(IReadOnlyList<FacetValue> Values, int[] Starts, ushort[] Ordinals)
{
    /// <summary>With more values than this, sets of articles would take more memory than they save time.</summary>
    private const int MostSets = 64;

    private readonly Lazy<ulong[][]> _sets = new(() => MakeSets(Values.Count, Starts, Ordinals));

    private readonly Lazy<(FacetValue, int)[]> _counted = new(() =>
    {
        var counts = new int[Values.Count];
        foreach (var ordinal in Ordinals)
            counts[ordinal]++;
        return [.. Values.Zip(counts)];
    });

    /// <summary>How many articles have each value, also those taken out since.</summary>
    public IReadOnlyList<(FacetValue Value, int Count)> Counted() => _counted.Value;

    /// <summary>Whether it has <see cref="Sets"/>.</summary>
    public bool HasSets => Values.Count <= MostSets;

    /// <summary>For each value the set of articles that have it, as bits; made at first use.</summary>
    public ulong[][] Sets => _sets.Value;

    /// <summary>Whether each article has one value, its number standing at the number of the article.</summary>
    public bool IsSingle { get; } = Ordinals.Length == Starts.Length - 1 && !Starts.Where((start, article) => start != article).Any();

    public ReadOnlySpan<ushort> Of(int article) => Ordinals.AsSpan(Starts[article], Starts[article + 1] - Starts[article]);

    public void Write(ByteWriter writer)
    {
        writer.Number(Values.Count);
        foreach (var value in Values)
        {
            writer.Text(value.Value);
            writer.Text(value.Name);
        }
        writer.Number(Starts.Length);
        writer.Bytes(MemoryMarshal.AsBytes(Starts.AsSpan()));
        writer.Number(Ordinals.Length);
        writer.Bytes(MemoryMarshal.AsBytes(Ordinals.AsSpan()));
    }

    public static FacetColumn Read(ref ByteReader reader)
    {
        var values = new FacetValue[reader.Number()];
        for (var i = 0; i < values.Length; i++)
            values[i] = new FacetValue(reader.Text(), reader.Text());
        return new FacetColumn(values, Numbers<int>(ref reader), Numbers<ushort>(ref reader));
    }

    private static ulong[][] MakeSets(int values, int[] starts, ushort[] ordinals)
    {
        var sets = new ulong[values][];
        for (var value = 0; value < values; value++)
            sets[value] = new ulong[(starts.Length + 62) / 64];
        for (var article = 0; article < starts.Length - 1; article++)
        {
            for (var at = starts[article]; at < starts[article + 1]; at++)
                sets[ordinals[at]][article >> 6] |= 1UL << (article & 63);
        }
        return sets;
    }

    private static T[] Numbers<T>(ref ByteReader reader)
        where T : unmanaged
    {
        var count = reader.Number();
        return MemoryMarshal.Cast<byte, T>(reader.Bytes(count * Marshal.SizeOf<T>())).ToArray();
    }
}

/// <param name="Value">As it is asked for.</param>
/// <param name="Name">As it is shown.</param>
internal readonly record struct FacetValue(string Value, string Name);
