using System.Buffers;
using System.Text;

namespace Kiosk.Ingest.Formats.Text;

/// <summary>What bytes look like when read as UTF-8: how many characters beyond ASCII are whole, and how many are not.</summary>
internal readonly record struct Utf8Reading(int Valid, int Invalid)
{
    public bool IsPlainAscii => Valid + Invalid == 0;

    public static Utf8Reading Of(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid) = (0, 0);
        while (true)
        {
            var next = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (next < 0)
                return new Utf8Reading(valid, invalid);
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            // A body cut off in the middle of a character says nothing about its encoding.
            if (status == OperationStatus.Done)
                valid++;
            else if (status == OperationStatus.InvalidData)
                invalid++;
            bytes = bytes[length..];
        }
    }
}
