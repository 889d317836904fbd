namespace Kiosk.Data.Digests;

/// <summary>
/// The digest (weekbrief) of one week: one for all subscribers, of which each gets her topics on her weekday. Not to be confused with a
/// reader's edition of a day (<c>ReaderEdition</c>).
/// </summary>
public sealed class Digest
{
    public const int LongestIntroduction = 1500;
    public const int LongestSignature = 80;

    public long Id { get; set; }

    /// <summary>The Monday with which the week begins; unique.</summary>
    public DateOnly Week { get; set; }

    /// <summary>What the editors say to everybody, as plain text; empty if nothing.</summary>
    public string Introduction { get; set; } = "";

    /// <summary>Who says it; empty if nobody says anything.</summary>
    public string Signature { get; set; } = "";

    /// <summary>When an editor held it back: nothing goes out until it is approved. Null: it goes by itself.</summary>
    public DateTimeOffset? HeldAt { get; set; }

    /// <summary>When an editor approved it: from then on only what an editor places comes in. Null: it grows until it goes.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When the first letter of it was made, and its page on the web appeared; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Counts up at every change; two editors cannot overwrite each other silently.</summary>
    public int Version { get; set; }
}

/// <summary>What the editors say about a topic in the digest of a week.</summary>
public sealed class DigestTopic
{
    public long DigestId { get; set; }

    public Digest? Digest { get; set; }

    public int TopicId { get; set; }

    public Topic? Topic { get; set; }

    /// <summary>Plain text, never empty.</summary>
    public required string Introduction { get; set; }

    public required string Signature { get; set; }
}
