namespace Kiosk.Data.Accounts;

/// <summary>A link that lets somebody do one thing once. Only the hash of what stands in the link is kept; using it deletes the row.</summary>
public sealed class AccountLink
{
    /// <summary>SHA-256 of the secret in the link, in hex.</summary>
    public required string Hash { get; set; }

    public LinkPurpose Purpose { get; set; }

    /// <summary>For whom; null if there is no account yet.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The address that the link goes to, or that it makes somebody's; empty for <see cref="LinkPurpose.Setup"/>.</summary>
    public required string Email { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null: until used.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}
