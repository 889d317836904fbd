using Kiosk.Data;
using Kiosk.Data.Topics;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Sources;

/// <summary>
/// Brings feeds.json into the archive. What nobody changed in the kiosk follows the file; what somebody changed there stays: a three-way merge
/// per field, with the entry as the file last gave it (<see cref="Source.Seed"/>, <see cref="Topic.Seed"/>) as the common ancestor.
/// Nothing is ever deleted: a source that left the file is switched off, a topic stays.
/// </summary>
public static class Seeding
{
    /// <summary>Runs in one transaction. Doing it again with the same file writes nothing.</summary>
    public static async Task<SeedReport> SeedAsync(KioskDb db, FeedsFile file, TimeProvider time, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two nodes may start at once, and an editor may be saving. SQLite's transactions keep others from writing by themselves.
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE sources, topics, source_topics IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var run = new SeedRun(time.GetUtcNow());
        var topics = await TopicsAsync(db, cancellationToken);
        foreach (var entry in file.Topics)
            SeedTopic(db, topics, entry, run);
        var sources = await db.Sources.Include(source => source.Topics).ToDictionaryAsync(source => source.Slug, cancellationToken);
        foreach (var entry in file.Sources)
            SeedSource(db, sources, topics, entry, run);
        SwitchOffTheAbsent(sources.Values, file, run);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run.Report();
    }

    /// <summary>By every slug that they have or had: what was renamed or merged in the kiosk is what the file means too.</summary>
    private static async Task<Dictionary<string, Topic>> TopicsAsync(KioskDb db, CancellationToken cancellation)
    {
        var topics = await db.Topics.ToDictionaryAsync(topic => topic.Id, cancellation);
        var slugs = await TopicBook.AllAsync(db, cancellation);
        return slugs.Where(pair => topics.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => topics[pair.Value], StringComparer.Ordinal);
    }

    private static void SeedTopic(KioskDb db, Dictionary<string, Topic> topics, FeedsTopic entry, SeedRun run)
    {
        if (topics.TryGetValue(entry.Id, out var topic))
        {
            // An entry that leads to another topic by a merge says nothing of that one.
            if (topic.Slug == entry.Id || SeedJson.Read<FeedsTopic>(topic.Seed)?.Id == entry.Id)
                TopicMerge.Apply(topic, entry, run);
            return;
        }
        topics.Add(entry.Id, db.Topics.Add(TopicMerge.Made(entry)).Entity);
        run.Added.Add(entry.Id);
    }

    private static void SeedSource(KioskDb db, Dictionary<string, Source> sources, Dictionary<string, Topic> topics, FeedsSource entry, SeedRun run)
    {
        if (sources.TryGetValue(entry.Id, out var source))
        {
            SourceMerge.Apply(source, entry, topics, run);
            return;
        }
        db.Sources.Add(SourceMerge.Made(entry, topics, run.Now));
        run.Added.Add(entry.Id);
    }

    private static void SwitchOffTheAbsent(IEnumerable<Source> sources, FeedsFile file, SeedRun run)
    {
        var named = file.Sources.Select(source => source.Id).ToHashSet();
        foreach (var source in sources.Where(source => !named.Contains(source.Slug)).OrderBy(source => source.Slug, StringComparer.Ordinal))
            SourceMerge.SwitchOff(source, run);
    }
}
