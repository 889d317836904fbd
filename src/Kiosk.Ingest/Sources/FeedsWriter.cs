using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kiosk.Data;

namespace Kiosk.Ingest.Sources;

/// <summary>Writes the topics and sources of an archive as feeds.json: what differs from the defaults, and no state.</summary>
public static class FeedsWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file, and what it had to leave out.</summary>
    /// <param name="topics">All topics.</param>
    /// <param name="sources">All sources, with their topics.</param>
    public static FeedsExport Write(IEnumerable<Topic> topics, IEnumerable<Source> sources)
    {
        var slugs = topics.ToDictionary(topic => topic.Id, topic => topic.Slug);
        var written = new List<Source>();
        var leftOut = new List<string>();
        // What is harvested goes before what only holds imported articles, since an address may stand in the file once.
        foreach (var same in sources.GroupBy(source => FeedsParser.PlainAddress(source.Url)))
        {
            var ranked = same.OrderByDescending(source => source.Enabled).ThenBy(source => source.Id).ToList();
            written.Add(ranked[0]);
            leftOut.AddRange(ranked.Skip(1).Select(source => $"De bron ‘{source.Name}’ ({source.Slug}) staat er niet bij: ‘{ranked[0].Name}’ heeft hetzelfde adres."));
        }

        var file = new JsonObject
        {
            ["$schema"] = "./feeds.schema.json",
            ["topics"] = new JsonArray([.. topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Id).Select(Entry)]),
            ["sources"] = new JsonArray([.. written.OrderBy(source => source.Id).Select(source => Entry(source, slugs))]),
        };
        var json = file.ToJsonString(Indented) + "\n";
        return new FeedsExport(json, [.. leftOut, .. FeedsFile.Read(json).Problems.Select(problem => problem.ToString())]);
    }

    private static JsonObject Entry(Topic topic) => Without(new JsonObject
    {
        ["id"] = topic.Slug,
        ["name"] = topic.Name,
        ["rule"] = topic.Rule,
        ["description"] = topic.Description,
    });

    private static JsonObject Entry(Source source, Dictionary<int, string> topics) => Without(new JsonObject
    {
        ["id"] = source.Slug,
        ["name"] = source.Name,
        ["url"] = source.Url,
        ["format"] = Names.Of(source.Format),
        ["kind"] = source.Kind == ArticleKind.Nieuws ? null : Names.Of(source.Kind),
        ["rights"] = source.Rights == Rights.Excerpt ? null : Names.Of(source.Rights),
        ["every"] = source.EveryMinutes == 60 ? null : new Interval(source.EveryMinutes).ToString(),
        ["topics"] = source.Topics.Count == 0 ? null : new JsonArray([.. source.Topics.Select(link => topics[link.TopicId]).Order(StringComparer.Ordinal).Select(slug => (JsonNode)slug)]),
        ["filter"] = source.Filter,
        ["language"] = source.Language,
        ["enabled"] = source.Enabled && source.RetiredAt is null ? null : false,
        ["pages"] = source.ReadsPages ? null : false,
        ["note"] = source.Note,
        ["select"] = source.Select is null ? null : JsonNode.Parse(source.Select),
    });

    /// <summary>Blank is what the reader takes for absent.</summary>
    private static JsonObject Without(JsonObject entry)
    {
        foreach (var key in entry.Where(field => field.Value is null || (field.Value is JsonValue value && value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text))).Select(field => field.Key).ToList())
            entry.Remove(key);
        return entry;
    }
}

/// <summary>A feeds.json made from an archive.</summary>
/// <param name="Json">The text.</param>
/// <param name="Remarks">In Dutch: what was left out, and what a kiosk that reads the file will object to. Mostly empty.</param>
public sealed record FeedsExport(string Json, IReadOnlyList<string> Remarks);
