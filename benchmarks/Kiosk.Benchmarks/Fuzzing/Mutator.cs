using System.Text;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>
/// Makes bad input of good. Half of the changes know of no structure (bits, truncation, bytes put in or taken out); the others work on pieces: what stands
/// between two of the marks of the format, such as the brackets of XML or the ends of lines.
/// </summary>
/// <param name="seeds">Good inputs; at least one.</param>
/// <param name="tokens">Words that mean something in the format, and values that often hurt.</param>
/// <param name="marks">The bytes at which a piece may begin or end.</param>
/// <param name="most">Bytes that an input may have; what is longer is cut.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> tokens, string marks, int most)
{
    private const int MostChanges = 8;
    private const int MostRepeats = 400;

    private static readonly byte[][] Hurtful =
    [
        .. new[]
        {
            "\0", "\uFEFF", "\uFFFF", "\uFFFE", "ǽ", "٣", "߅", "\u202E", "\u00AD", "é", "😀", "\r\n", "\r", "\t", " ", "-1", "0", "2147483648", "9223372036854775808", "99999999999999999999999999", "1e999", "NaN", "0x7fffffff",
            "&#0;", "&#xD800;", "&#x110000;", "&lt;", "&amp;amp;", "\\ud800", "\\u0000", "://", "http://[::1", "https://bron.example/%", "javascript:alert(1)", "//", "../..", "%00", "%ff", "{}", "[]", "''",
            "\"", "<", ">", "&", "null", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00", "0000-00-00", "24:00:61", "ﬀ", "İ", "ǅ", "\u0301", "\u2028",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xC3], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB],
    ];

    private readonly byte[] _marks = Encoding.ASCII.GetBytes(marks);

    /// <summary>One input; the same for the same numbers.</summary>
    public byte[] Make(FuzzRandom random)
    {
        var input = new List<byte>(random.Pick(seeds));
        if (random.Below(8) == 0)
            Splice(input, random.Pick(seeds), random);
        for (var changes = 1 + random.Below(MostChanges); changes > 0; changes--)
            Change(input, random);
        return input.Count > most ? [.. input.Take(most)] : [.. input];
    }

    private void Change(List<byte> input, FuzzRandom random)
    {
        if (input.Count > most)
            input.RemoveRange(most, input.Count - most);
        var place = random.Below(input.Count + 1);
        switch (random.Below(12))
        {
            case 0 when input.Count > 0:
                input[random.Below(input.Count)] ^= (byte)(1 << random.Below(8));
                break;
            case 1 when input.Count > 0:
                input[random.Below(input.Count)] = (byte)random.Below(256);
                break;
            case 2:
                input.RemoveRange(place, Math.Min(1 + random.Below(60), input.Count - place));
                break;
            case 3 when random.Below(4) == 0:
                input.RemoveRange(place, input.Count - place);
                break;
            case 4:
                input.InsertRange(place, random.Pick(Hurtful));
                break;
            case 5:
                input.InsertRange(place, random.Pick(tokens));
                break;
            case 6:
                Number(input, random);
                break;
            default:
                Rearrange(input, random);
                break;
        }
    }

    /// <summary>The head of one and the tail of another.</summary>
    private static void Splice(List<byte> input, byte[] other, FuzzRandom random)
    {
        var (head, tail) = (random.Below(input.Count + 1), random.Below(other.Length + 1));
        input.RemoveRange(head, input.Count - head);
        input.AddRange(other[tail..]);
    }

    /// <summary>Another number where one stands.</summary>
    private static void Number(List<byte> input, FuzzRandom random)
    {
        var start = input.FindIndex(random.Below(input.Count), static one => one is >= (byte)'0' and <= (byte)'9');
        if (start < 0)
            return;
        var end = start;
        while (end < input.Count && input[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        input.RemoveRange(start, end - start);
        input.InsertRange(start, random.Below(3) == 0 ? random.Pick(Hurtful) : Encoding.ASCII.GetBytes((random.Next() >> random.Below(64)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Takes a piece out, doubles it, moves it, puts another in its place, or lays it in itself again and again.</summary>
    private void Rearrange(List<byte> input, FuzzRandom random)
    {
        var (start, length) = Piece(input, random);
        var piece = input.GetRange(start, length);
        switch (random.Below(6))
        {
            case 0:
                input.RemoveRange(start, length);
                break;
            case 1:
                input.InsertRange(start, piece);
                break;
            case 2:
                input.RemoveRange(start, length);
                input.InsertRange(Piece(input, random).Start, piece);
                break;
            case 3:
                input.RemoveRange(start, length);
                input.InsertRange(start, random.Pick(tokens));
                break;
            case 4 when random.Below(6) == 0 && length is > 0 and < 200:
                input.InsertRange(start, Enumerable.Repeat(piece, 2 + random.Below(MostRepeats)).SelectMany(static one => one));
                break;
            default:
                var (other, size) = Piece(input, random);
                var taken = input.GetRange(other, size);
                input.RemoveRange(start, length);
                input.InsertRange(start, taken);
                break;
        }
    }

    private (int Start, int Length) Piece(List<byte> input, FuzzRandom random)
    {
        var start = Mark(input, random.Below(input.Count));
        var end = start;
        for (var pieces = 1 + random.Below(3); pieces > 0 && end < input.Count; pieces--)
            end = Mark(input, end + 1);
        return (start, end - start);
    }

    private int Mark(List<byte> input, int from)
    {
        while (from < input.Count && !_marks.AsSpan().Contains(input[from]))
            from++;
        return Math.Min(from, input.Count);
    }
}
