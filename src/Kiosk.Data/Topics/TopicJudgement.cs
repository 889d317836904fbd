namespace Kiosk.Data.Topics;

/// <summary>That an editor said of an article that it is about a topic, or is not. No rule or source puts a topic back that she took off.</summary>
public sealed class TopicJudgement
{
    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public int TopicId { get; set; }

    public bool Fits { get; set; }

    public DateTimeOffset JudgedAt { get; set; }

    /// <summary>See <see cref="ArticleTopic.FromTopicId"/>.</summary>
    public int? FromTopicId { get; set; }
}
