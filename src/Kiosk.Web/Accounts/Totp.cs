using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Web.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238 over RFC 4226: HMAC-SHA-1, 30 seconds, six digits), here rather than Identity's provider because that one
/// lets a code in more than once.
/// </summary>
public static class Totp
{
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    /// <summary>A clock may be off by so many steps.</summary>
    private const int Slack = 1;

    /// <summary>The step in which a code is right; null if it is wrong, or not later than one that was used before.</summary>
    /// <param name="key">In Base32, as the authenticator got it.</param>
    /// <param name="typed">Six digits; spaces do not count.</param>
    /// <param name="lastUsed">The step of the last code that was accepted.</param>
    public static long? Match(string key, string typed, DateTimeOffset now, long lastUsed)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiDigit)));
        var current = StepAt(now);
        long? match = null;
        for (var step = current - Slack; step <= current + Slack; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), code) && step > lastUsed)
                match ??= step;
        }

        return match;
    }

    /// <summary>The code of a moment.</summary>
    public static string Code(string key, DateTimeOffset moment) => CodeAt(key, StepAt(moment));

    private static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    private static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, which every authenticator app knows; as a MAC, SHA-1 still stands.
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7fffffff) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>RFC 4648, 6; letters that are none of the alphabet are skipped.</summary>
    private static byte[] FromBase32(string text)
    {
        var (bytes, bits, count) = (new List<byte>(text.Length * 5 / 8), 0, 0);
        foreach (var value in text.ToUpperInvariant().Select(letter => Base32Letters.IndexOf(letter, StringComparison.Ordinal)).Where(value => value >= 0))
        {
            (bits, count) = ((bits << 5) | value, count + 5);
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }

        return [.. bytes];
    }
}
