using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kiosk.Web.Images;

/// <summary>
/// Addresses of pictures at the kiosk itself: <c>/beeld/{signature}/{address}</c>. The signature says that the kiosk wrote the address, so that
/// nobody can have it fetch what they like. Equal on all nodes of an archive, and stable, so that browsers may keep the picture.
/// </summary>
/// <param name="key">The secret of this archive.</param>
public sealed class ImageLinks(byte[] key)
{
    public const string Path = "/beeld";

    /// <summary>Longer addresses are not shown: they would not fit in a request line everywhere.</summary>
    private const int LongestAddress = 1_500;

    private const int SignatureBytes = 16;

    /// <summary>Where the kiosk shows this picture; null if the address is none that it would fetch.</summary>
    public string? For(string? address) =>
        address is { Length: > 0 and <= LongestAddress } && IsWebAddress(address)
            ? $"{Path}/{Base64Url.EncodeToString(Sign(address))}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(address))}"
            : null;

    /// <summary>The address behind a link of <see cref="For"/>; null if this archive's kiosk did not write it.</summary>
    public string? Read(string signature, string encoded)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(encoded);
        if (!Base64Url.IsValid(signature) || !Base64Url.IsValid(encoded) || encoded.Length > LongestAddress * 4)
            return null;
        var address = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        return CryptographicOperations.FixedTimeEquals(Sign(address), Base64Url.DecodeFromChars(signature)) ? address : null;
    }

    private byte[] Sign(string address) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(address))[..SignatureBytes];

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
