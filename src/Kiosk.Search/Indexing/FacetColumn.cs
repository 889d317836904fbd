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
    private readonly Lazy<(FacetValue, int)[]> _counted = new(() =>
    {
        var counts = new int[Values.Count];
        foreach (var ordinal in Ordinals)
            counts[ordinal]++;
        return [.. Values.Zip(counts)];
    });

    /// <summary>How many articles have each value, also those taken out since.</summary>
    public IReadOnlyList<(FacetValue Value, int Count)> Counted() => _counted.Value;

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
