namespace Kiosk.Data.Topics;

/// <summary>What an editor may set of a topic, as an act keeps it.</summary>
/// <param name="Synonyms">Apart by commas.</param>
public sealed record KeptTopic(string Name, string Slug, string? Description, string Synonyms, string? Rule, int? ParentId, int Position)
{
    public static KeptTopic Of(Topic topic) =>
        new(topic.Name, topic.Slug, topic.Description, string.Join(", ", topic.Synonyms), topic.Rule, topic.ParentId, topic.Position);

    public void Fill(Topic topic)
    {
        (topic.Name, topic.Slug, topic.Description, topic.Rule) = (Name, Slug, Description, Rule);
        (topic.ParentId, topic.Position) = (ParentId, Position);
        topic.Synonyms = [.. Synonyms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        topic.Version++;
    }
}

/// <summary>Where a topic went, as an act keeps it.</summary>
/// <param name="Into">The topic that took its place; null while it stands by itself.</param>
/// <param name="Rule">The rule of that other topic at that moment.</param>
public sealed record KeptMerge(int? Into, string? Rule);

/// <summary>A run of a rule, as an act keeps it.</summary>
/// <param name="Applied">Whether its steps hold.</param>
public sealed record KeptRun(long Run, bool Applied);
