namespace Kiosk.Data.Accounts;

/// <summary>One device on which somebody is signed in. The cookie only names it: delete the row, and that device is out at its next request.</summary>
public sealed class UserSession
{
    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    /// <summary>For people: <c>Firefox op Windows</c>.</summary>
    public required string Device { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The last visit, to within a few minutes.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When she last proved to be herself here, at signing in or since.</summary>
    public DateTimeOffset ProvenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>True if two different things were proven: by a second step, or by a passkey that checked its owner.</summary>
    public bool SecondFactor { get; set; }
}
