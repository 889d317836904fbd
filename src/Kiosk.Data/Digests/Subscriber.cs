namespace Kiosk.Data.Digests;

/// <summary>Somebody who gets the weekly digest (weekbrief). She needs no account; what we know of her is her address, her topics and what she was sent.</summary>
public sealed class Subscriber
{
    public const int ShortLetter = 5;
    public const int UsualLetter = 8;
    public const int LongLetter = 12;

    /// <summary>Never used again once she is erased.</summary>
    public long Id { get; set; }

    /// <summary>In lower case; unique.</summary>
    public required string Email { get; set; }

    public SubscriberOrigin Origin { get; set; }

    /// <summary>When this address was last asked for: until she confirms, it is kept for as long as the mailed link works.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Mails with a link to confirm that went to this address on the day of <see cref="AskedAt"/>.</summary>
    public int Asks { get; set; }

    /// <summary>When she confirmed; null until then, and nothing but the link is mailed.</summary>
    public DateTimeOffset? ConsentedAt { get; set; }

    public Rhythm Rhythm { get; set; }

    public DayOfWeek Weekday { get; set; } = DayOfWeek.Tuesday;

    /// <summary>The most pieces that she wants in a letter: <see cref="ShortLetter"/> to <see cref="LongLetter"/>.</summary>
    public int Size { get; set; } = LongLetter;

    /// <summary>Whether the letter comes as plain text alone.</summary>
    public bool PlainText { get; set; }

    /// <summary>The first day on which letters come again; null while they come.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>Up to which moment her letters tell the news; null before the first.</summary>
    public DateTimeOffset? CoveredUntil { get; set; }

    /// <summary>The subscriber who asked her in; null if nobody did.</summary>
    public long? InvitedBy { get; set; }

    /// <summary>Letters in a row that did not arrive for a reason that may pass.</summary>
    public int SoftBounces { get; set; }

    /// <summary>When the kiosk stopped mailing her because mail does not arrive; null while it does.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Why, in Dutch; null while it mails her.</summary>
    public string? StopReason { get; set; }

    public List<SubscriberTopic> Topics { get; } = [];
}

/// <summary>That a subscriber wants to read about a topic.</summary>
public sealed class SubscriberTopic
{
    public long SubscriberId { get; set; }

    public Subscriber? Subscriber { get; set; }

    public int TopicId { get; set; }

    public Topic? Topic { get; set; }

    /// <summary>See <see cref="ArticleTopic.FromTopicId"/>.</summary>
    public int? FromTopicId { get; set; }
}

/// <summary>How often the letter comes.</summary>
public enum Rhythm
{
    Week,

    /// <summary>In the first week of a month that has her weekday.</summary>
    Maand,
}

/// <summary>How an address came to us.</summary>
public enum SubscriberOrigin
{
    Formulier,

    /// <summary>A colleague asked her in.</summary>
    Uitnodiging,

    /// <summary>From a list of another program, with the date of her consent there.</summary>
    Import,
}
