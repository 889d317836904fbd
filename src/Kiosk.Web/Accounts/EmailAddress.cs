using System.Net.Mail;

namespace Kiosk.Web.Accounts;

/// <summary>Mail addresses as people type them.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path of 256 with its brackets.</summary>
    private const int Longest = 254;

    /// <summary>The bare address, trimmed, its domain in lower case; null if it is none that mail could reach.</summary>
    public static string? Parse(string? typed)
    {
        var trimmed = typed?.Trim() ?? "";
        if (trimmed.Length is 0 or > Longest || trimmed.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or ',' or ';'))
            return null;
        if (!MailAddress.TryCreate(trimmed, out var address) || !address.Host.Contains('.', StringComparison.Ordinal))
            return null;
        return $"{address.User}@{address.Host.ToLowerInvariant()}";
    }
}
