using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Ingest.Archiving;

namespace Kiosk.Web.Api.Resources;

/// <summary>
/// What of an article is changed: words of it, or its topics, or where it stands. One of these three at a time, so that a change is whole or not at all.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ApiArticleChange
{
    private const int LongestTitle = 500;
    private const int LongestLead = 1_000;
    private const int LongestBody = 500_000;
    private const int LongestReason = 300;

    public string? Title { get; init; }

    public string? Lead { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>HTML; what is not on the kiosk's allowlist falls away.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>All its topics, by slug.</summary>
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>visible, hidden or withdrawn.</summary>
    public string? State { get; init; }

    /// <summary>Why it is withdrawn, for readers.</summary>
    public string? Reason { get; init; }

    [JsonIgnore]
    public bool HasWords => Title is not null || Lead is not null || PublishedAt is not null || Authors is not null || BodyHtml is not null;

    /// <summary>What is wrong, by field; empty if nothing is.</summary>
    public Dictionary<string, string> Problems(DateTimeOffset now)
    {
        var problems = new Dictionary<string, string>();
        if (new[] { HasWords, Topics is not null, State is not null }.Count(asked => asked) != 1)
            problems["article"] = "Change words (title, lead, publishedAt, authors, bodyHtml), or topics, or state: one of these at a time.";
        if (Title is not null && (Title.Trim().Length is 0 or > LongestTitle))
            problems["title"] = $"1 to {LongestTitle} characters.";
        if (Lead?.Length > LongestLead)
            problems["lead"] = $"At most {LongestLead} characters.";
        if (BodyHtml?.Length > LongestBody)
            problems["bodyHtml"] = $"At most {LongestBody} characters.";
        if (PublishedAt > now)
            problems["publishedAt"] = "Not in the future.";
        if (State is not (null or "visible" or "hidden" or "withdrawn"))
            problems["state"] = "One of visible, hidden, withdrawn.";
        if (State == "withdrawn" && (Reason ?? "").Trim().Length is 0 or > LongestReason)
            problems["reason"] = $"1 to {LongestReason} characters, for readers.";
        return problems;
    }

    /// <summary>The words that are meant, by field.</summary>
    public Dictionary<CorrectedField, string?> Words(Uri page)
    {
        var words = new Dictionary<CorrectedField, string?>();
        if (Title is not null)
            words[CorrectedField.Title] = Line(Title);
        if (Lead is not null)
            words[CorrectedField.Lead] = Line(Lead);
        if (PublishedAt is { } published)
            words[CorrectedField.Published] = CorrectedText.Of(published);
        if (Authors is not null)
            words[CorrectedField.Authors] = string.Join('\n', Authors.Select(Line));
        if (BodyHtml is not null)
            words[CorrectedField.Body] = CorrectedText.Of(EditedBody.Of(BodyHtml, page));
        return words;
    }

    private static string Line(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}
