namespace Kiosk.Data;

/// <summary>One visit to one source, for the activity log that people read.</summary>
public sealed class HarvestRun
{
    public long Id { get; set; }

    public int SourceId { get; set; }

    public Source? Source { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    public HarvestOutcome Outcome { get; set; }

    /// <summary>What happened, in Dutch.</summary>
    public required string Message { get; set; }

    /// <summary>The last HTTP status; null if no answer came.</summary>
    public int? HttpStatus { get; set; }

    /// <summary>Decoded bytes of the answer.</summary>
    public long Bytes { get; set; }

    public int ItemsSeen { get; set; }

    public int ItemsNew { get; set; }

    public int ItemsChanged { get; set; }
}
