using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Ingest.Sources;

namespace Kiosk.Web.Api.Resources;

/// <summary>What of a source is set; a field that is not sent stays as it is. An empty text takes a field away.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiSourceChange
{
    private static readonly string[] States = ["active", "paused", "retired"];

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public string? Url { get; init; }

    public string? Format { get; init; }

    public string? Kind { get; init; }

    public string? Rights { get; init; }

    public string? Every { get; init; }

    public string? Filter { get; init; }

    public string? Language { get; init; }

    public bool? Enabled { get; init; }

    public bool? ReadsPages { get; init; }

    public string? Note { get; init; }

    public ApiSelect? Select { get; init; }

    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>Whether an editor lets each piece through before readers see it. When a source is made; later that is changed at the desk.</summary>
    public bool? Reviewed { get; init; }

    /// <summary>active, paused or retired.</summary>
    public string? State { get; init; }

    /// <summary>Why it is paused or retired.</summary>
    public string? Reason { get; init; }

    /// <summary>The settings that are meant; what cannot be read is told by field.</summary>
    public FeedsSource Over(FeedsSource before, Dictionary<string, string> problems)
    {
        if (State is not null && !States.Contains(State))
            problems["state"] = $"One of {string.Join(", ", States)}.";
        var every = before.Every;
        if (Every is not null && !Interval.TryParse(Every, out every))
            problems["every"] = "A number and m, h or d: 30m, 3h, 1d.";
        return before with
        {
            Name = Name ?? before.Name,
            Url = Url ?? before.Url,
            Format = ApiArticles.Named<SourceFormat>("format", Format, problems) ?? before.Format,
            Kind = ApiArticles.Named<ArticleKind>("kind", Kind, problems) ?? before.Kind,
            Rights = ApiArticles.Named<Rights>("rights", Rights, problems) ?? before.Rights,
            Every = every,
            Filter = Text(Filter, before.Filter),
            Language = Text(Language, before.Language),
            Enabled = Enabled ?? before.Enabled,
            Pages = ReadsPages ?? before.Pages,
            Note = Text(Note, before.Note),
            Select = Select is null ? before.Select : Select == new ApiSelect() ? null : new FeedsSelect(Select.Links, Select.Within, Select.Body, Select.Remove, Select.Date),
            Topics = Topics is null ? before.Topics : [.. Topics.Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static string? Text(string? sent, string? before) => sent is null ? before : sent.Length == 0 ? null : sent;
}
