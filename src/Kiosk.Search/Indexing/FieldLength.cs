namespace Kiosk.Search.Indexing;

/// <summary>The number of words of a field in one byte, to within 3%: ranking needs no more. Lengths up to 65,000 are told apart.</summary>
internal static class FieldLength
{
    private const double Steps = 16;

    private static readonly double[] Decoded = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(code => double.Exp2(code / Steps) - 1)];

    public static byte Encode(int words) => (byte)Math.Min(byte.MaxValue, Math.Round(Steps * Math.Log2(1 + words)));

    public static double Decode(byte code) => Decoded[code];
}
