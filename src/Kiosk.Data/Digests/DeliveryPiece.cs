namespace Kiosk.Data.Digests;

/// <summary>An article in a subscriber's letter. An article comes to her once, ever: the key says so.</summary>
public sealed class DeliveryPiece
{
    public long SubscriberId { get; set; }

    public Subscriber? Subscriber { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public long DigestId { get; set; }

    /// <summary>The topic under which it stands; null if that topic is gone.</summary>
    public int? TopicId { get; set; }

    public LetterPart Part { get; set; }

    /// <summary>In the whole letter, from 0.</summary>
    public int Position { get; set; }
}

/// <summary>Where in the letter a piece stands.</summary>
public enum LetterPart
{
    /// <summary>Under its topic.</summary>
    Onderwerp,

    /// <summary>Saved by many readers.</summary>
    Bewaard,

    /// <summary>An event to come.</summary>
    Agenda,
}
