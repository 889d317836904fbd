using Kiosk.Data;
using Kiosk.Ingest.Harvesting;

namespace Kiosk.Ingest.Sources;

/// <summary>Between a source's entry in feeds.json and its row in the archive.</summary>
internal static class SourceMerge
{
    private const string LeftTheFile = "Staat niet meer in feeds.json.";

    public static Source Made(FeedsSource entry, Dictionary<string, Topic> topics, DateTimeOffset now)
    {
        var source = new Source
        {
            Slug = entry.Id,
            Name = entry.Name,
            Url = entry.Url,
            Format = entry.Format,
            Kind = entry.Kind,
            Rights = entry.Rights,
            EveryMinutes = entry.Every.Minutes,
            Filter = entry.Filter,
            Language = entry.Language,
            Enabled = entry.Enabled,
            ReadsPages = entry.Pages,
            Note = entry.Note,
            Select = SeedJson.Of(entry.Select),
            Seed = SeedJson.Of(entry),
            NextCheckAt = now,
        };
        source.Topics.AddRange(entry.Topics.Select(id => new SourceTopic { Topic = topics[id] }));
        return source;
    }

    public static void Apply(Source source, FeedsSource entry, Dictionary<string, Topic> topics, SeedRun run)
    {
        // A source made in the kiosk is adopted as it stands: from now on it follows what changes in the file.
        var seed = SeedJson.Read<FeedsSource>(source.Seed) ?? entry;
        var merge = new FieldMerge();
        MergeFields(source, seed, entry, merge, run.Now);
        merge.PickSet(
            seed.Topics,
            entry.Topics,
            id => topics.TryGetValue(id, out var topic) && source.Topics.Exists(link => Links(link, topic)),
            id => source.Topics.Add(new SourceTopic { Topic = topics[id] }),
            id => source.Topics.RemoveAll(link => Links(link, topics[id])));
        source.Seed = SeedJson.Of(entry);
        run.Note(entry.Id, merge);
    }

    /// <summary>
    /// A source that left the file is merged as if the file said that it is off, so somebody who switches it on again in the kiosk is obeyed,
    /// and it follows the file again when it comes back there. A source made in the kiosk is left alone.
    /// </summary>
    public static void SwitchOff(Source source, SeedRun run)
    {
        if (SeedJson.Read<FeedsSource>(source.Seed) is not { } seed)
            return;
        var entry = seed with { Enabled = false, Note = WithoutEntry(seed.Note) };
        if (entry == seed)
            return;
        var merge = new FieldMerge();
        var wasEnabled = source.Enabled;
        MergeFields(source, seed, entry, merge, run.Now);
        source.Seed = SeedJson.Of(entry);
        if (wasEnabled && !source.Enabled)
            run.Disabled.Add(source.Slug);
        else
            run.Note(source.Slug, merge);
    }

    private static void MergeFields(Source source, FeedsSource seed, FeedsSource entry, FieldMerge merge, DateTimeOffset now)
    {
        var readAs = ReadAs(source);
        source.Url = merge.Pick("url", seed.Url, Chosen(source, seed, entry), entry.Url);
        source.Name = merge.Pick("name", seed.Name, source.Name, entry.Name);
        source.Format = merge.Pick("format", seed.Format, source.Format, entry.Format);
        source.Kind = merge.Pick("kind", seed.Kind, source.Kind, entry.Kind);
        source.Rights = merge.Pick("rights", seed.Rights, source.Rights, entry.Rights);
        source.EveryMinutes = merge.Pick("every", seed.Every.Minutes, source.EveryMinutes, entry.Every.Minutes);
        source.Filter = merge.Pick("filter", seed.Filter, source.Filter, entry.Filter);
        source.Language = merge.Pick("language", seed.Language, source.Language, entry.Language);
        source.Enabled = merge.Pick("enabled", seed.Enabled, source.Enabled, entry.Enabled);
        source.ReadsPages = merge.Pick("pages", seed.Pages, source.ReadsPages, entry.Pages);
        source.Note = merge.Pick("note", seed.Note, source.Note, entry.Note);
        source.Select = merge.Pick("select", SeedJson.Of(seed.Select), source.Select, SeedJson.Of(entry.Select));
        if (ReadAs(source) != readAs)
            StartAfresh(source, now);
    }

    /// <summary>An address that the source moved to by itself is nobody's choice: it stays, until the file names another one than before.</summary>
    private static string Chosen(Source source, FeedsSource seed, FeedsSource entry) =>
        source.MovedFrom == seed.Url && entry.Url != seed.Url ? seed.Url : source.Url;

    internal static (string, SourceFormat, string?, string?) ReadAs(Source source) => (source.Url, source.Format, source.Filter, source.Select);

    /// <summary>
    /// At another address nothing that is known of the old one holds; and what was dropped under the old filter or read in the old way
    /// must be seen again, though the server would say that it has not changed.
    /// </summary>
    internal static void StartAfresh(Source source, DateTimeOffset now)
    {
        source.ETag = null;
        source.LastModified = null;
        source.LastBodyAt = null;
        source.BodyHash = null;
        source.ReadingState = null;
        source.FailureCount = 0;
        source.FailingSince = null;
        source.RetiredAt = null;
        source.RetireReason = null;
        source.AskedMinutes = null;
        Relocation.Forget(source);
        source.NextCheckAt = now;
    }

    private static bool Links(SourceTopic link, Topic topic) => link.Topic == topic || (link.TopicId == topic.Id && topic.Id != 0);

    private static string WithoutEntry(string? note) => note is null ? LeftTheFile
        : note.EndsWith(LeftTheFile, StringComparison.Ordinal) ? note
        : $"{note} {LeftTheFile}";
}
