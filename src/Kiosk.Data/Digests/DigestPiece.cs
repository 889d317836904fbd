namespace Kiosk.Data.Digests;

/// <summary>An article in the digest of a week, under one topic: what an editor decided about it, and whether it went out.</summary>
public sealed class DigestPiece
{
    public long DigestId { get; set; }

    public Digest? Digest { get; set; }

    public int TopicId { get; set; }

    public Topic? Topic { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>Its place within the topic, the lowest first.</summary>
    public int Position { get; set; }

    /// <summary>When an editor put it in, or in its place; null if it came by its weight.</summary>
    public DateTimeOffset? PlacedAt { get; set; }

    /// <summary>When an editor took it out; null while it is in. It stays out of later digests too.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>When it first was in a letter; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}
