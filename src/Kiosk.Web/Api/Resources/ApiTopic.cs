using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Web.Tagging;

namespace Kiosk.Web.Api.Resources;

/// <param name="Rule">A query; articles that it matches get this topic. Null: tagged by hand or by source only.</param>
/// <param name="ParentId">The topic under which it lies; null if it lies under none.</param>
public sealed record ApiTopic(int Id, string Slug, string Name, string? Description, IReadOnlyList<string> Synonyms, string? Rule, int? ParentId, int Position)
{
    public static ApiTopic Of(Topic topic) => new(topic.Id, topic.Slug, topic.Name, topic.Description, topic.Synonyms, topic.Rule, topic.ParentId, topic.Position);
}

/// <summary>What of a topic is set; a field that is not sent stays as it is. An empty text takes a field away; another rule holds for what comes in from now on.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiTopicChange(string? Name = null, string? Slug = null, string? Description = null, IReadOnlyList<string>? Synonyms = null, string? Rule = null, int? ParentId = null, int? Position = null)
{
    private static readonly Dictionary<string, string> Fields = new() { ["naam"] = "name", ["omschrijving"] = "description", ["synoniemen"] = "synonyms", ["regel"] = "rule", ["onder"] = "parentId" };

    public TopicForm Over(TopicForm before) => before with
    {
        Name = Name ?? before.Name,
        Slug = Slug ?? before.Slug,
        Description = Description ?? before.Description,
        Synonyms = Synonyms is null ? before.Synonyms : string.Join(", ", Synonyms),
        Rule = Rule ?? before.Rule,
        Parent = ParentId ?? before.Parent,
        Position = Position ?? before.Position,
    };

    /// <summary>The problems of the form under the names of the API.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Named(IReadOnlyDictionary<string, string> problems) =>
        problems.Select(problem => KeyValuePair.Create(Fields.GetValueOrDefault(problem.Key, problem.Key), problem.Value));
}
