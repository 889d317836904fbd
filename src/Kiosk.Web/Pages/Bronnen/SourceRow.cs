using System.Linq.Expressions;
using Kiosk.Data;

namespace Kiosk.Web.Pages.Bronnen;

/// <summary>A source with the state of its schedule, as the status page shows it.</summary>
public sealed record SourceRow
{
    public static readonly Expression<Func<Source, SourceRow>> Projection = source => new SourceRow
    {
        Id = source.Id,
        Slug = source.Slug,
        Name = source.Name,
        Url = source.Url,
        SiteUrl = source.SiteUrl,
        Format = source.Format,
        Kind = source.Kind,
        Rights = source.Rights,
        EveryMinutes = source.EveryMinutes,
        Enabled = source.Enabled,
        Note = source.Note,
        PausedAt = source.PausedAt,
        PausedBy = source.PausedBy,
        PauseReason = source.PauseReason,
        NextCheckAt = source.NextCheckAt,
        LeaseUntil = source.LeaseUntil,
        FailureCount = source.FailureCount,
        FailingSince = source.FailingSince,
        RetiredAt = source.RetiredAt,
        RetireReason = source.RetireReason,
        LastCheckedAt = source.LastCheckedAt,
        LastSuccessAt = source.LastSuccessAt,
        LastOutcome = source.LastOutcome,
        LastMessage = source.LastMessage,
    };

    public required int Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required string Url { get; init; }

    public required string? SiteUrl { get; init; }

    public SourceFormat Format { get; init; }

    public required ArticleKind Kind { get; init; }

    public required Rights Rights { get; init; }

    public required int EveryMinutes { get; init; }

    public required bool Enabled { get; init; }

    public required string? Note { get; init; }

    public DateTimeOffset? PausedAt { get; init; }

    public string? PausedBy { get; init; }

    public string? PauseReason { get; init; }

    public required DateTimeOffset NextCheckAt { get; init; }

    public required DateTimeOffset? LeaseUntil { get; init; }

    public required int FailureCount { get; init; }

    public required DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset? RetiredAt { get; init; }

    public string? RetireReason { get; init; }

    public required DateTimeOffset? LastCheckedAt { get; init; }

    public required DateTimeOffset? LastSuccessAt { get; init; }

    public required HarvestOutcome LastOutcome { get; init; }

    public required string? LastMessage { get; init; }

    /// <summary>Whether the kiosk looks at it by itself.</summary>
    public bool IsHarvested => RestReason is null;

    /// <summary>Why the kiosk does not look at it by itself, as the end of a sentence that begins with "de bron"; null if it does.</summary>
    public string? RestReason => !Enabled ? "staat uit" : RetiredAt is not null ? "is opgeheven" : PausedAt is not null ? "is gepauzeerd" : null;

    public string RightsInWords => Rights switch
    {
        Rights.Full => "Volledige tekst",
        Rights.Excerpt => "Fragment",
        _ => "Alleen titel",
    };
}
