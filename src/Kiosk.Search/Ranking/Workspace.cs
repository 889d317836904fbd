using System.Buffers;

namespace Kiosk.Search.Ranking;

/// <summary>Cleared arrays for one segment's part of a search, borrowed and given back together.</summary>
internal sealed class Workspace(int articles) : IDisposable
{
    private readonly List<ulong[]> _bits = [];
    private readonly List<float[]> _frequencies = [];

    public int Articles { get; } = articles;

    public int Words { get; } = (articles + 63) / 64;

    /// <summary>A bit for each article; may be longer than <see cref="Words"/>.</summary>
    public ulong[] Bits()
    {
        var bits = ArrayPool<ulong>.Shared.Rent(Words);
        Array.Clear(bits, 0, Words);
        _bits.Add(bits);
        return bits;
    }

    public float[] Frequencies()
    {
        var frequencies = ArrayPool<float>.Shared.Rent(Articles);
        Array.Clear(frequencies, 0, Articles);
        _frequencies.Add(frequencies);
        return frequencies;
    }

    public void Dispose()
    {
        _bits.ForEach(bits => ArrayPool<ulong>.Shared.Return(bits));
        _frequencies.ForEach(frequencies => ArrayPool<float>.Shared.Return(frequencies));
    }
}
