namespace Kiosk.Data.Accounts;

/// <summary>A personal token by which a program acts for an editor. Only its hash is kept; it is shown once.</summary>
public sealed class ApiToken
{
    public long Id { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }

    /// <summary>What it is for, in her words.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string Hash { get; set; }

    /// <summary>Its first letters, by which she knows it again.</summary>
    public required string Hint { get; set; }

    public List<ApiScope> Scopes { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>To within a few minutes; null if it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>When it was taken back; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
