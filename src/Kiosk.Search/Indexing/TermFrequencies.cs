using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kiosk.Search.Indexing;

/// <summary>
/// How often a term stands in the fields of one article, in as few bytes as go: mostly one, since most terms stand in the body only.
/// </summary>
internal static class TermFrequencies
{
    /// <summary>Above this the byte is a set of fields, and a count for each follows.</summary>
    public const int HighestBodyOnly = 127;

    /// <summary>How many bytes follow the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int More(byte code) => code <= HighestBodyOnly ? 0 : BitOperations.PopCount((uint)code & HighestBodyOnly);

    public static void Write(ByteWriter writer, ReadOnlySpan<int> counts)
    {
        if (counts[(int)Field.Body] is > 0 and <= HighestBodyOnly && !counts[1..].ContainsAnyExcept(0))
        {
            writer.Byte((byte)counts[(int)Field.Body]);
            return;
        }
        var set = 0;
        for (var field = 0; field < counts.Length; field++)
            set |= counts[field] > 0 ? 1 << field : 0;
        writer.Byte((byte)(HighestBodyOnly + 1 | set));
        foreach (var count in counts)
        {
            if (count > 0)
                writer.Byte((byte)Math.Min(count, byte.MaxValue));
        }
    }

    /// <summary>The counts by <see cref="Field"/>.</summary>
    public static int[] Read(ReadOnlySpan<byte> bytes)
    {
        var counts = new int[Enum.GetValues<Field>().Length];
        if (bytes[0] <= HighestBodyOnly)
        {
            counts[(int)Field.Body] = bytes[0];
            return counts;
        }
        var at = 1;
        for (var field = 0; field < counts.Length; field++)
        {
            if ((bytes[0] & (1 << field)) != 0)
                counts[field] = bytes[at++];
        }
        return counts;
    }
}
