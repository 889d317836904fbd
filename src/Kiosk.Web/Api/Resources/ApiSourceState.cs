using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Ingest.Sources;

namespace Kiosk.Web.Api.Resources;

/// <summary>A source with its settings and how it does.</summary>
/// <param name="Every">The shortest time between two visits: <c>30m</c>, <c>3h</c>, <c>1d</c>.</param>
/// <param name="State">active, paused, retired or off.</param>
/// <param name="LastMessage">In Dutch.</param>
/// <param name="Mark">Of the settings, for the ETag.</param>
public sealed record ApiSourceState(
    string Slug, string Name, string Url, string Format, string Kind, string Rights, string Every, string? Filter, string? Language, bool Enabled, bool ReadsPages, string? Note, ApiSelect? Select,
    IReadOnlyList<string> Topics, string State, DateTimeOffset? LastCheckedAt, DateTimeOffset? LastSuccessAt, string LastOutcome, string? LastMessage, int FailureCount,
    [property: JsonIgnore] string Mark)
{
    internal const string Active = "active";

    public static ApiSourceState Of(Source source, IReadOnlyDictionary<int, string> topics)
    {
        var settings = SourceSettings.Of(source, topics);
        return new ApiSourceState(
            source.Slug, source.Name, source.Url, Names.Of(source.Format), Names.Of(source.Kind), Names.Of(source.Rights), settings.Every.ToString(), source.Filter, source.Language, source.Enabled, source.ReadsPages,
            source.Note, settings.Select is { } select ? new ApiSelect(select.Links, select.Within, select.Body, select.Remove, select.Date) : null, settings.Topics, StateOf(source),
            source.LastCheckedAt, source.LastSuccessAt, Names.Of(source.LastOutcome), source.LastMessage, source.FailureCount, SourceSettings.Mark(settings));
    }

    /// <summary>As <see cref="State"/>; only an active source is visited.</summary>
    internal static string StateOf(Source source) => !source.Enabled ? "off" : source.RetiredAt is not null ? "retired" : source.PausedAt is not null ? "paused" : Active;
}

/// <summary>CSS selectors; all may be null.</summary>
/// <param name="Within">A piece that the address of an article must hold; no selector.</param>
public sealed record ApiSelect(string? Links = null, string? Within = null, string? Body = null, string? Remove = null, string? Date = null);
