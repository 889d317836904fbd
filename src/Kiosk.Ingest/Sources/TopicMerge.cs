using Kiosk.Data;

namespace Kiosk.Ingest.Sources;

/// <summary>Between a topic's entry in feeds.json and its row in the archive.</summary>
internal static class TopicMerge
{
    public static Topic Made(FeedsTopic entry) => new()
    {
        Slug = entry.Id,
        Name = entry.Name,
        Rule = entry.Rule,
        Description = entry.Description,
        Position = entry.Position,
        Seed = SeedJson.Of(entry),
    };

    public static void Apply(Topic topic, FeedsTopic entry, SeedRun run)
    {
        // A topic made in the kiosk is adopted as it stands: from now on it follows what changes in the file.
        var seed = SeedJson.Read<FeedsTopic>(topic.Seed) ?? entry;
        var merge = new FieldMerge();
        topic.Name = merge.Pick("name", seed.Name, topic.Name, entry.Name);
        topic.Rule = merge.Pick("rule", seed.Rule, topic.Rule, entry.Rule);
        topic.Description = merge.Pick("description", seed.Description, topic.Description, entry.Description);
        topic.Position = merge.Pick("position", seed.Position, topic.Position, entry.Position);
        topic.Seed = SeedJson.Of(entry);
        run.Note(entry.Id, merge);
    }
}
