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

    /// <summary>The topic that this one is a part of; null at the top of the tree.</summary>
    public int? ParentId { get; set; }

    /// <summary>Other words that lead to it.</summary>
    public List<string> Synonyms { get; set; } = [];

    /// <summary>The topic that took its place; null for a topic that is in use. Queries leave merged topics out unless they ask for them.</summary>
    public int? MergedInto { get; set; }

    /// <summary>Counts up at every change; two editors cannot overwrite each other silently.</summary>
    public int Version { get; set; }

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

    /// <summary>The topic that went into this one, or that this one was split from, if the row was copied from there; null otherwise.</summary>
    public int? FromTopicId { get; set; }

    /// <summary><see cref="Article.PublishedAt"/> while the article can be seen, null while it cannot. Triggers keep it; code only reads it.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    public Article? Article { get; set; }

    public Topic? Topic { get; set; }
}
