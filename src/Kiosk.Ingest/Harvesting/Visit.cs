using Kiosk.Data;
using Kiosk.Ingest.Archiving;

namespace Kiosk.Ingest.Harvesting;

/// <summary>How one visit to one source went.</summary>
public sealed record Visit
{
    public required int SourceId { get; init; }

    public required string SourceName { get; init; }

    public required HarvestOutcome Outcome { get; init; }

    /// <summary>What happened, in Dutch, for people.</summary>
    public required string Message { get; init; }

    public int? HttpStatus { get; init; }

    /// <summary>Decoded bytes.</summary>
    public long Bytes { get; init; }

    public Tally Tally { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>A visit that ended so; when, and how much came, is filled in by whoever knows.</summary>
    public static Visit Ended(Source source, HarvestOutcome outcome, string message) =>
        new() { SourceId = source.Id, SourceName = source.Name, Outcome = outcome, Message = message };

    /// <summary>With another sentence at the end; null adds none.</summary>
    public Visit With(string? remark) => remark is null ? this : this with { Message = $"{Message} {remark}" };

    public bool Succeeded => Outcome is HarvestOutcome.Harvested or HarvestOutcome.Unchanged or HarvestOutcome.NotModified;
}
