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
        Kind = source.Kind,
        Rights = source.Rights,
        EveryMinutes = source.EveryMinutes,
        Enabled = source.Enabled,
        Note = source.Note,
        NextCheckAt = source.NextCheckAt,
        LeaseUntil = source.LeaseUntil,
        FailureCount = source.FailureCount,
        FailingSince = source.FailingSince,
        RetiredAt = source.RetiredAt,
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

    public required ArticleKind Kind { get; init; }

    public required Rights Rights { get; init; }

    public required int EveryMinutes { get; init; }

    public required bool Enabled { get; init; }

    public required string? Note { get; init; }

    public required DateTimeOffset NextCheckAt { get; init; }

    public required DateTimeOffset? LeaseUntil { get; init; }

    public required int FailureCount { get; init; }

    public required DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset? RetiredAt { get; init; }

    /// <summary>False if nobody looks at it by itself: it is switched off, or gone for good.</summary>
    public bool IsVisited => Enabled && RetiredAt is null;

    public required DateTimeOffset? LastCheckedAt { get; init; }

    public required DateTimeOffset? LastSuccessAt { get; init; }

    public required HarvestOutcome LastOutcome { get; init; }

    public required string? LastMessage { get; init; }

    public string RightsInWords => Rights switch
    {
        Rights.Full => "Volledige tekst",
        Rights.Excerpt => "Fragment",
        _ => "Alleen titel",
    };
}
