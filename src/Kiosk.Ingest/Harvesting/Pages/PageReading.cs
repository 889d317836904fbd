using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>What came of reading the page or report behind an item.</summary>
public sealed record PageReading
{
    /// <summary>The item with what its page says; null if the page holds nothing that may be kept.</summary>
    public Candidate? Complete { get; init; }

    /// <summary>Why it is not there, in Dutch, for people; null if it is.</summary>
    public string? Problem { get; init; }

    /// <summary>A report that waits until this machine can read it.</summary>
    public bool NeedsProgram { get; init; }

    /// <summary>True if the server does not answer, or asks for patience: its other pages can wait too.</summary>
    public bool IsHostSilent { get; init; }

    /// <summary>How long the server asks to be left alone; null if it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static PageReading Failed(string problem) => new() { Problem = problem };

    public static PageReading Of(FetchResult failed) => new()
    {
        Problem = failed.Message,
        IsHostSilent = failed.Outcome is FetchOutcome.Unreachable or FetchOutcome.TimedOut or FetchOutcome.Busy,
        RetryAfter = failed.RetryAfter,
    };
}
