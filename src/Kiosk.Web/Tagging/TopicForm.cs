using Kiosk.Data.Topics;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Tagging;

/// <summary>A topic as an editor fills it in; nothing in it is trusted.</summary>
public sealed record TopicForm
{
    private const int LongestName = 80;
    private const int LongestText = 1_000;
    public const int LongestRule = 4_000;

    [FromForm(Name = "naam")]
    public string? Name { get; init; }

    [FromForm(Name = "adres")]
    public string? Slug { get; init; }

    [FromForm(Name = "omschrijving")]
    public string? Description { get; init; }

    [FromForm(Name = "synoniemen")]
    public string? Synonyms { get; init; }

    [FromForm(Name = "regel")]
    public string? Rule { get; init; }

    [FromForm(Name = "onder")]
    public int? Parent { get; init; }

    [FromForm(Name = "plaats")]
    public int Position { get; init; }

    /// <summary>The version of the topic that the editor saw.</summary>
    [FromForm(Name = "versie")]
    public int Version { get; init; }

    public static TopicForm Of(Kiosk.Data.Topic topic)
    {
        var kept = KeptTopic.Of(topic);
        return new TopicForm
        {
            Name = kept.Name,
            Slug = kept.Slug,
            Description = kept.Description,
            Synonyms = kept.Synonyms,
            Rule = kept.Rule,
            Parent = kept.ParentId,
            Position = kept.Position,
            Version = topic.Version,
        };
    }

    /// <summary>What is wrong, by field, in Dutch; empty if nothing is.</summary>
    public IReadOnlyDictionary<string, string> Problems(TopicTree tree, int? self)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Name))
            problems["naam"] = "Geef het onderwerp een naam.";
        else if (Name.Length > LongestName)
            problems["naam"] = $"Deze naam is te lang. Gebruik ten hoogste {LongestName} tekens.";
        if ((Description?.Length ?? 0) > LongestText)
            problems["omschrijving"] = $"Deze omschrijving is te lang. Gebruik ten hoogste {LongestText} tekens.";
        if ((Synonyms?.Length ?? 0) > LongestText)
            problems["synoniemen"] = $"Dit zijn te veel woorden. Gebruik ten hoogste {LongestText} tekens.";
        if ((Rule?.Length ?? 0) > LongestRule)
            problems["regel"] = $"Deze regel is te lang. Gebruik ten hoogste {LongestRule} tekens.";
        if (Parent is { } parent && tree.Find(parent) is null)
            problems["onder"] = "Dit onderwerp bestaat niet meer. Kies een ander.";
        else if (Parent is { } above && self is { } id && tree.IsUnder(above, id))
            problems["onder"] = "Een onderwerp kan niet onder zichzelf liggen. Kies een ander.";
        return problems;
    }

    /// <param name="slug">A free one.</param>
    public KeptTopic ToKept(string slug) => new(Name!.Trim(), slug, Blank(Description), WithoutGaps(Synonyms), Blank(Rule), Parent, Position);

    /// <summary>The address that is wanted: what was typed, or else the name.</summary>
    public string WantedSlug => Reading.Slug.Of(string.IsNullOrWhiteSpace(Slug) ? Name ?? "" : Slug);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string WithoutGaps(string? words) =>
        string.Join(", ", (words ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase));
}
