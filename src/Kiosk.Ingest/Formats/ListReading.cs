namespace Kiosk.Ingest.Formats;

/// <summary>One page of a list as its source gave it. An empty list is no problem.</summary>
public sealed record ListReading
{
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>Absolute URL of the next page; null if this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>How many items the whole list has, as the source says; null if it does not.</summary>
    public int? Total { get; init; }

    /// <summary>In Dutch, for people: why there is nothing to read; null if all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch: what had to be repaired or left out; null if nothing.</summary>
    public string? Remark { get; init; }

    internal static ListReading Failed(string problem) => new() { Problem = problem };
}
