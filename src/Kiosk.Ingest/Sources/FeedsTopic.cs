namespace Kiosk.Ingest.Sources;

/// <summary>A topic as an entry of feeds.json describes it.</summary>
public sealed record FeedsTopic
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>A query; null if articles are tagged by hand or by source only.</summary>
    public string? Rule { get; init; }

    public string? Description { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public int Position { get; init; }
}
