using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kiosk.Search.Ranking;

/// <summary>Sets of articles as bits.</summary>
internal static class BitSet
{
    public static bool Has(ulong[] bits, int article) => (bits[article >> 6] >> (article & 63) & 1) != 0;

    public static void Set(ulong[] bits, int article) => bits[article >> 6] |= 1UL << (article & 63);

    public static void Keep(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= others[i];
    }

    public static void Add(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] |= others[i];
    }

    public static void Remove(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= ~others[i];
    }

    /// <summary>All of the first <paramref name="count"/>.</summary>
    public static void Fill(Span<ulong> bits, int count)
    {
        bits.Fill(ulong.MaxValue);
        if ((count & 63) != 0)
            bits[^1] = (1UL << (count & 63)) - 1;
    }

    /// <summary>How many are in both; the second may be longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountBoth(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var count = 0;
        others = others[..bits.Length];
        for (var i = 0; i < bits.Length; i++)
            count += BitOperations.PopCount(bits[i] & others[i]);
        return count;
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }
}
