namespace Kiosk.Data;

/// <summary>A topic (onderwerp) of the field, with the rule that tags articles with it.</summary>
public sealed class Topic
{
    public int Id { get; set; }

    /// <summary>The id in feeds.json and in URLs; unique.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>A query; articles that it matches get this topic. Null: tagged by hand or by source only.</summary>
    public string? Rule { get; set; }

    /// <summary>What the topic covers, in a sentence; null if nobody wrote one.</summary>
    public string? Description { get; set; }

    /// <summary>Place in the list of topics, from 0.</summary>
    public int Position { get; set; }

    /// <summary>The topic's entry as feeds.json last gave it, as JSON; null for a topic that was made in the kiosk.</summary>
    public string? Seed { get; set; }
}

/// <summary>A topic on an article, and who or what put it there.</summary>
public sealed class ArticleTopic
{
    public long ArticleId { get; set; }

    public int TopicId { get; set; }

    public TaggedBy TaggedBy { get; set; }

    public DateTimeOffset TaggedAt { get; set; }

    /// <summary><see cref="Article.PublishedAt"/> while the article can be seen, null while it cannot. Triggers keep it; code only reads it.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    public Article? Article { get; set; }

    public Topic? Topic { get; set; }
}
