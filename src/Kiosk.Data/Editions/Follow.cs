namespace Kiosk.Data.Editions;

/// <summary>What a reader wants to see more of: one of a topic, a source, a standing query (attendering) or the role that she works in.</summary>
public sealed class Follow
{
    /// <summary>The weight that something gets when it is followed.</summary>
    public const int Usual = 2;

    public const int MostWeight = 4;

    public long Id { get; set; }

    public Guid UserId { get; set; }

    public int? TopicId { get; set; }

    public Topic? Topic { get; set; }

    /// <summary>See <see cref="ArticleTopic.FromTopicId"/>.</summary>
    public int? FromTopicId { get; set; }

    public int? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>In the query language; null unless this is a standing query.</summary>
    public string? Query { get; set; }

    public WorkRole? Role { get; set; }

    /// <summary>0 (does not count, whatever she reads) to <see cref="MostWeight"/>.</summary>
    public int Weight { get; set; } = Usual;

    public DateTimeOffset FollowedAt { get; set; }
}
