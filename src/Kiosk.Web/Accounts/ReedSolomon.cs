namespace Kiosk.Web.Accounts;

/// <summary>The error correction of QR codes: remainders over GF(256) with x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, annex A).</summary>
internal static class ReedSolomon
{
    /// <param name="degree">How many codewords of correction.</param>
    public static byte[] Remainder(byte[] data, int degree)
    {
        var (divisor, remainder) = (Divisor(degree), new byte[degree]);
        foreach (var codeword in data)
        {
            var factor = codeword ^ remainder[0];
            for (var i = 0; i < degree; i++)
                remainder[i] = (byte)((i + 1 < degree ? remainder[i + 1] : 0) ^ Multiply(divisor[i], factor));
        }

        return remainder;
    }

    /// <summary>The product of (x - 2ⁱ), highest coefficient left out.</summary>
    private static byte[] Divisor(int degree)
    {
        var (divisor, root) = (new byte[degree], 1);
        divisor[^1] = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
                divisor[j] = (byte)(Multiply(divisor[j], root) ^ (j + 1 < degree ? divisor[j + 1] : 0));
            root = Multiply(root, 2);
        }

        return divisor;
    }

    private static int Multiply(int x, int y)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
            product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((y >> i) & 1) * x);
        return product;
    }
}
