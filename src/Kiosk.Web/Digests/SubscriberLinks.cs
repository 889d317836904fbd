using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kiosk.Data;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Digests;

/// <summary>
/// Signs what stands in links of letters: the number of a subscriber (or of a reader's alert) and an HMAC over it, with a key that is kept in the archive. So a link works for
/// as long as she is a subscriber, on every node, after every restart; and nobody else can make one.
/// </summary>
public sealed partial class SubscriberLinks(IDbContextFactory<KioskDb> archive, PublicAddress address)
{
    public const string ConfirmPath = "/abonneren/bevestig";
    public const string PreferencesPath = "/weekbrief/voorkeuren";
    public const string LeavePath = "/weekbrief/afmelden";

    private const int NumberBytes = 8;
    private const int SignatureBytes = 16;

    private readonly Lazy<byte[]> _key = new(() => ArchiveSecret.Of(archive, ArchiveProperty.SubscriberKey));

    /// <summary>What stands in her links.</summary>
    public string Token(long subscriber, LinkUse use)
    {
        Span<byte> token = stackalloc byte[NumberBytes + SignatureBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, subscriber);
        Sign(subscriber, use, token[NumberBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Whose link this is; null if we did not make it, or for another use.</summary>
    public long? Read(string? token, LinkUse use)
    {
        Span<byte> bytes = stackalloc byte[NumberBytes + SignatureBytes];
        if (token is null || token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token, bytes) != bytes.Length)
            return null;
        var subscriber = BinaryPrimitives.ReadInt64BigEndian(bytes);
        Span<byte> right = stackalloc byte[SignatureBytes];
        Sign(subscriber, use, right);
        return CryptographicOperations.FixedTimeEquals(right, bytes[NumberBytes..]) ? subscriber : null;
    }

    public Uri Confirm(long subscriber) => address.Of($"{ConfirmPath}/{Token(subscriber, LinkUse.Confirm)}");

    public Uri Preferences(long subscriber) => address.Of($"{PreferencesPath}/{Token(subscriber, LinkUse.Manage)}");

    /// <summary>For the Message-ID of a delivery: the same for every attempt, and not to be guessed by who would forge a bounce.</summary>
    public string MessageId(long subscriber, long digest, string host) => $"<{MessageName("weekbrief", subscriber, digest, LinkUse.Message)}@{host}>";

    /// <summary>The same for a letter of an alert.</summary>
    public string AlertMessageId(long alert, long letter, string host) => $"<{MessageName("attendering", alert, letter, LinkUse.AlertMessage)}@{host}>";

    private string MessageName(string kind, long whose, long letter, LinkUse use)
    {
        Span<byte> both = stackalloc byte[2 * NumberBytes + 1];
        BinaryPrimitives.WriteInt64BigEndian(both, whose);
        BinaryPrimitives.WriteInt64BigEndian(both[NumberBytes..], letter);
        both[^1] = (byte)use;
        return string.Create(CultureInfo.InvariantCulture, $"{kind}.{letter}.{whose}.{Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, both).AsSpan(0, 8))}");
    }

    /// <summary>Whose letter of which digest a text speaks of, such as the Message-ID of a mail that came back; null if it names none that we made.</summary>
    /// <param name="text">May hold other things too.</param>
    public (long Subscriber, long Digest)? ReadMessageId(string text)
    {
        foreach (Match found in MessageIds().Matches(text))
        {
            if (long.TryParse(found.Groups["digest"].ValueSpan, CultureInfo.InvariantCulture, out var digest) && long.TryParse(found.Groups["subscriber"].ValueSpan, CultureInfo.InvariantCulture, out var subscriber)
                && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Value), Encoding.ASCII.GetBytes(MessageName("weekbrief", subscriber, digest, LinkUse.Message))))
                return (subscriber, digest);
        }

        return null;
    }

    private void Sign(long subscriber, LinkUse use, Span<byte> signature)
    {
        Span<byte> signed = stackalloc byte[NumberBytes + 1];
        BinaryPrimitives.WriteInt64BigEndian(signed, subscriber);
        signed[^1] = (byte)use;
        HMACSHA256.HashData(_key.Value, signed).AsSpan(0, SignatureBytes).CopyTo(signature);
    }

    [GeneratedRegex(@"weekbrief\.(?<digest>\d{1,18})\.(?<subscriber>\d{1,18})\.[0-9a-f]{16}(?![0-9a-f])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex MessageIds();
}

/// <summary>What a signed number is good for.</summary>
public enum LinkUse : byte
{
    Confirm = 1,
    Manage = 2,
    Message = 3,

    /// <summary>Switches an alert of a reader off; the number is the alert's.</summary>
    Alert = 4,
    AlertMessage = 5,
}
