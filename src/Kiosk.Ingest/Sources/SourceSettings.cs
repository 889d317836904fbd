using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kiosk.Data;

namespace Kiosk.Ingest.Sources;

/// <summary>What people decide of a source, apart from the state of its schedule: the same fields as its entry in feeds.json.</summary>
public static class SourceSettings
{
    /// <summary>The settings of a source as they are.</summary>
    /// <param name="source">With its topics.</param>
    /// <param name="topics">The slug of each topic, by id.</param>
    public static FeedsSource Of(Source source, IReadOnlyDictionary<int, string> topics) => new()
    {
        Id = source.Slug,
        Name = source.Name,
        Url = source.Url,
        Format = source.Format,
        Kind = source.Kind,
        Rights = source.Rights,
        Every = new Interval(source.EveryMinutes),
        Topics = [.. source.Topics.Select(link => topics.GetValueOrDefault(link.TopicId)).OfType<string>().Order(StringComparer.Ordinal)],
        Filter = source.Filter,
        Language = source.Language,
        Enabled = source.Enabled,
        Pages = source.ReadsPages,
        Note = source.Note,
        Select = FeedsSelect.Parse(source.Select),
    };

    /// <summary>A source with these settings that is in no archive: to be tried.</summary>
    /// <param name="settings">With known topics only.</param>
    /// <param name="topics">The id of each topic, by slug.</param>
    public static Source Made(FeedsSource settings, IReadOnlyDictionary<string, int> topics)
    {
        var source = new Source { Slug = settings.Id, Name = settings.Name, Url = settings.Url };
        Fill(source, settings, topics);
        return source;
    }

    /// <summary>Gives a source these settings, apart from its slug. If it is read in another way from now on, reading starts afresh.</summary>
    internal static void Fill(Source source, FeedsSource settings, IReadOnlyDictionary<string, int> topics)
    {
        (source.Name, source.Url, source.Format, source.Kind, source.Rights) = (settings.Name, settings.Url, settings.Format, settings.Kind, settings.Rights);
        (source.EveryMinutes, source.Filter, source.Language, source.Enabled) = (settings.Every.Minutes, settings.Filter, settings.Language, settings.Enabled);
        (source.ReadsPages, source.Note, source.Select) = (settings.Pages, settings.Note, SeedJson.Of(settings.Select));
        var wanted = settings.Topics.Select(slug => topics[slug]).ToHashSet();
        source.Topics.RemoveAll(link => !wanted.Contains(link.TopicId));
        source.Topics.AddRange(wanted.Where(id => !source.Topics.Exists(link => link.TopicId == id)).Select(id => new SourceTopic { TopicId = id }));
    }

    /// <summary>Two settings that differ in anything have different marks: who changes a source says which mark she saw.</summary>
    public static string Mark(FeedsSource settings) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(settings))))[..16];

    /// <summary>The settings as JSON, as an entry of feeds.json with the defaults written out.</summary>
    public static string Write(FeedsSource settings) => SeedJson.Of(settings)!;

    /// <summary>Reads what <see cref="Write"/> wrote; null if it is something else.</summary>
    public static FeedsSource? Read(string? json) => SeedJson.Read<FeedsSource>(json);

    /// <summary>The keys of feeds.json in which two settings differ.</summary>
    public static IReadOnlyList<string> Differences(FeedsSource one, FeedsSource other)
    {
        var (left, right) = (JsonNode.Parse(Write(one))!.AsObject(), JsonNode.Parse(Write(other))!.AsObject());
        return [.. left.Select(field => field.Key).Union(right.Select(field => field.Key)).Where(key => !JsonNode.DeepEquals(left[key], right[key]))];
    }

    /// <summary>What is wrong with settings, by key of feeds.json, in Dutch: the same check as of that file. Empty if nothing is.</summary>
    /// <param name="settings">As they were given, with empty texts for what was not.</param>
    /// <param name="topics">The slugs that there are.</param>
    public static IReadOnlyDictionary<string, string> Problems(FeedsSource settings, IEnumerable<string> topics)
    {
        var file = new JsonObject
        {
            ["topics"] = new JsonArray([.. topics.Select(slug => new JsonObject { ["id"] = slug, ["name"] = slug })]),
            ["sources"] = new JsonArray(JsonNode.Parse(Write(settings))),
        };
        return FeedsFile.Read(file.ToJsonString()).Problems.GroupBy(KeyOf).ToDictionary(group => group.Key, group => string.Join(' ', group.Select(problem => Sentence(problem.Text))));
    }

    private static string KeyOf(FeedsProblem problem) => problem.Where.Split("sleutel \"") is [_, var rest] ? rest.TrimEnd('"') : "";

    /// <summary>The reader's messages go on behind the name of a key; on a form they stand by themselves.</summary>
    private static string Sentence(string text) => text.StartsWith('"') || text.Length == 0 ? text
        : text.Split(' ')[0] is "is" or "moet" or "mag" or "bevat" or "bestaat" or "ontbreekt" or "komt" ? "Dit " + text : char.ToUpperInvariant(text[0]) + text[1..];
}
