namespace Kiosk.Data.Digests;

/// <summary>
/// That a subscriber is to get the digest of a week: one row for each pair, whatever is tried how often. A node works on it while it holds the lease;
/// when a node dies the lease lapses, and the next sends the same letter under the same Message-ID.
/// </summary>
public sealed class Delivery
{
    public long Id { get; set; }

    public long SubscriberId { get; set; }

    public Subscriber? Subscriber { get; set; }

    public long DigestId { get; set; }

    public Digest? Digest { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>When it should go out. Too long after that it does not go at all.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it is taken up next; moves on when a server asks for patience.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>How often it was handed to a mail server.</summary>
    public int Attempts { get; set; }

    /// <summary>The node that works on it; null if none does.</summary>
    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>From which moment on it tells the news; null until it is composed.</summary>
    public DateTimeOffset? CoversFrom { get; set; }

    /// <summary>When its pieces were chosen, and so up to which moment it tells the news; null until then. Later attempts send the same pieces.</summary>
    public DateTimeOffset? ComposedAt { get; set; }

    /// <summary>When it came to its end; null while it is under way.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why it is in this state, in Dutch; null if there is nothing to say.</summary>
    public string? Reason { get; set; }
}
