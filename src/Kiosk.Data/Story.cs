namespace Kiosk.Data;

/// <summary>A story (verhaal): the same news at several sources, with one article in front.</summary>
public sealed class Story
{
    public long Id { get; set; }

    /// <summary>The article that stands for all where there is room for one.</summary>
    public long LeadId { get; set; }

    public Article? Lead { get; set; }

    /// <summary>When its first two articles were found to belong together.</summary>
    public DateTimeOffset StartedAt { get; set; }

    public List<Article> Articles { get; } = [];
}
