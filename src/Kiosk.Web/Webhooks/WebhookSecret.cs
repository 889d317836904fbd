using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Kiosk.Web.Webhooks;

/// <summary>Makes secrets, keeps them encrypted, and signs with them (Standard Webhooks, 1.0): HMAC-SHA256 over id, time and body.</summary>
public sealed class WebhookSecret(IDataProtectionProvider protection)
{
    public const string Prefix = "whsec_";

    private const int Length = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("webhook secrets");

    /// <summary>A new secret as it is shown, and as it is kept.</summary>
    public (string Shown, string Kept) Make()
    {
        var shown = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));
        return (shown, _protector.Protect(shown));
    }

    /// <summary>The header <c>webhook-signature</c>: one signature for each secret, apart by spaces.</summary>
    /// <param name="kept">The secret, and the one before it if that signs too. One that cannot be read is passed over.</param>
    /// <returns>Null if none can be read: the kiosk's keys are others than those they were kept with.</returns>
    public string? Sign(string id, DateTimeOffset at, byte[] body, params IEnumerable<string> kept)
    {
        var signatures = kept.Select(Read).OfType<string>().Select(secret => Signature(secret, id, at, body)).ToList();
        return signatures.Count == 0 ? null : string.Join(' ', signatures);
    }

    /// <summary>One signature, by a secret as it was shown.</summary>
    public static string Signature(string shown, string id, DateTimeOffset at, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}."));
        byte[] signed = [.. head, .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(shown[Prefix.Length..]), signed));
    }

    private string? Read(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
