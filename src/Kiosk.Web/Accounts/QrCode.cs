using System.Globalization;
using System.Text;

namespace Kiosk.Web.Accounts;

/// <summary>
/// A QR code (ISO/IEC 18004) of a short text: bytes, error correction L, versions 1 to 9, always mask 0. The standard would have the best-looking of eight
/// masks; readers take any, and a screen is easy to read.
/// </summary>
public sealed class QrCode
{
    /// <summary>White around it that readers need, in modules.</summary>
    private const int Quiet = 4;

    private const int FormatBits = 0b111011111000100; // L with mask 0, with its BCH code, masked (table C.1).

    /// <summary>Per version from 1: data codewords in all, error correction codewords a block, blocks, and the centre of the alignment patterns.</summary>
    private static readonly (int Data, int Correction, int Blocks, int[] Alignment)[] Versions =
    [
        (19, 7, 1, []), (34, 10, 1, [6, 18]), (55, 15, 1, [6, 22]), (80, 20, 1, [6, 26]), (108, 26, 1, [6, 30]),
        (136, 18, 2, [6, 34]), (156, 20, 2, [6, 22, 38]), (194, 24, 2, [6, 24, 42]), (232, 30, 2, [6, 26, 46]),
    ];

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;
    private readonly int _size;

    private QrCode(int version, byte[] codewords)
    {
        _size = 17 + 4 * version;
        _dark = new bool[_size, _size];
        _fixed = new bool[_size, _size];
        DrawPatterns(Versions[version - 1].Alignment);
        DrawFormat();
        if (version >= 7)
            DrawVersion(version);
        DrawData(codewords);
    }

    /// <summary>The side with its margin, in modules.</summary>
    public int Side => _size + 2 * Quiet;

    /// <returns>Null if the text is longer than 230 bytes in UTF-8.</returns>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Array.FindIndex(Versions, version => version.Data >= bytes.Length + 2) + 1;
        return version == 0 ? null : new QrCode(version, Codewords(bytes, Versions[version - 1]));
    }

    /// <summary>The dark modules as the <c>d</c> of an SVG path, one unit a module.</summary>
    public string ToPath()
    {
        var path = new StringBuilder();
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
            {
                if (_dark[x, y])
                    path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
            }
        }

        return path.ToString();
    }

    private static byte[] Codewords(byte[] text, (int Data, int Correction, int Blocks, int[] Alignment) version)
    {
        var data = new byte[version.Data];
        // Four bits of mode and eight of length come first, so everything after is shifted by half a byte.
        data[0] = (byte)(0x40 | (text.Length >> 4));
        data[1] = (byte)(text.Length << 4);
        for (var i = 0; i < text.Length; i++)
        {
            data[i + 1] |= (byte)(text[i] >> 4);
            data[i + 2] = (byte)(text[i] << 4);
        }

        for (var i = text.Length + 2; i < data.Length; i++)
            data[i] = (byte)((i - text.Length) % 2 == 0 ? 0xEC : 0x11);
        var blocks = data.Chunk(version.Data / version.Blocks).ToList();
        var corrections = blocks.ConvertAll(block => ReedSolomon.Remainder(block, version.Correction));
        return [.. Interleave(blocks), .. Interleave(corrections)];
    }

    private static IEnumerable<byte> Interleave(List<byte[]> blocks) =>
        Enumerable.Range(0, blocks[0].Length).SelectMany(i => blocks.Select(block => block[i]));

    private void Fix(int x, int y, bool dark) => (_dark[x, y], _fixed[x, y]) = (dark, true);

    private void DrawPatterns(int[] alignment)
    {
        for (var i = 0; i < _size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }

        foreach (var (x, y) in new[] { (3, 3), (_size - 4, 3), (3, _size - 4) })
            DrawRings(x, y, radius: 4, ring => ring is not (2 or 4));
        var last = alignment.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            for (var j = 0; j <= last; j++)
            {
                if ((i, j) != (0, 0) && (i, j) != (0, last) && (i, j) != (last, 0))
                    DrawRings(alignment[i], alignment[j], radius: 2, ring => ring != 1);
            }
        }
    }

    private void DrawRings(int centreX, int centreY, int radius, Func<int, bool> isDark)
    {
        for (var y = Math.Max(0, centreY - radius); y <= Math.Min(_size - 1, centreY + radius); y++)
        {
            for (var x = Math.Max(0, centreX - radius); x <= Math.Min(_size - 1, centreX + radius); x++)
                Fix(x, y, isDark(Math.Max(Math.Abs(x - centreX), Math.Abs(y - centreY))));
        }
    }

    private void DrawFormat()
    {
        for (var i = 0; i < 15; i++)
        {
            var dark = ((FormatBits >> i) & 1) != 0;
            var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
            Fix(x, y, dark);
            (x, y) = i < 8 ? (_size - 1 - i, 8) : (8, _size - 15 + i);
            Fix(x, y, dark);
        }

        Fix(8, _size - 8, dark: true);
    }

    private void DrawVersion(int version)
    {
        var remainder = version;
        for (var i = 0; i < 12; i++)
            remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25);
        var bits = (version << 12) | remainder;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) != 0;
            Fix(_size - 11 + i % 3, i / 3, dark);
            Fix(i / 3, _size - 11 + i % 3, dark);
        }
    }

    /// <summary>Up and down in columns of two from the right, around what is fixed; the timing column is no column.</summary>
    private void DrawData(byte[] codewords)
    {
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= right == 8 ? 3 : 2)
        {
            var upward = ((right + 1) & 2) == 0;
            for (var step = 0; step < 2 * _size; step++)
            {
                var (x, y) = (right - step % 2, upward ? _size - 1 - step / 2 : step / 2);
                if (_fixed[x, y])
                    continue;
                var dark = bit < 8 * codewords.Length && ((codewords[bit / 8] >> (7 - bit % 8)) & 1) != 0;
                _dark[x, y] = dark ^ ((x + y) % 2 == 0);
                bit++;
            }
        }
    }
}
