using Kiosk.Data;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>One way to harm the kiosk, and what should come of it.</summary>
/// <param name="Name">A sentence.</param>
/// <param name="Serve">Sets the server up, and gives the address of the source.</param>
/// <param name="Outcome">What the log says.</param>
/// <param name="Says">A piece of the Dutch sentence in the log.</param>
internal sealed record HostileCase(string Name, Func<HostileScene, string> Serve, HarvestOutcome Outcome, string Says)
{
    public SourceFormat Format { get; init; } = SourceFormat.Feed;

    /// <summary>What must hold of what was stored; null if nothing may be.</summary>
    public Action<IReadOnlyList<Article>>? Stored { get; init; }

    /// <summary>What the log of pages must say; null if nothing in particular.</summary>
    public string? PageSays { get; init; }

    /// <summary>Entries of <c>Kiosk:Fetch</c> that differ from the defaults.</summary>
    public (string Entry, string Value)[] Settings { get; init; } = [];

    /// <summary>Bytes that the round may allocate.</summary>
    public long Cap { get; init; } = 400_000_000;
}
