namespace Kiosk.Ingest.Formats;

/// <summary>A feed as its source gave it.</summary>
public sealed record FeedDocument
{
    public string? Title { get; init; }

    /// <summary>The page for people; absolute where it could be made so.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>How long it asks to be left alone, however long that is; null if it does not ask.</summary>
    public TimeSpan? AskedInterval { get; init; }

    public IReadOnlyList<Item> Items { get; init; } = [];
}

/// <summary>The outcome of reading bytes as a feed: either <see cref="Feed"/> or <see cref="Problem"/> is set.</summary>
/// <param name="Feed">The feed; null if it cannot be read.</param>
/// <param name="Problem">In Dutch, for people: what came instead, and what that means; null if all is well.</param>
/// <param name="Remark">In Dutch: what had to be repaired to read it; null if nothing.</param>
public sealed record FeedReading(FeedDocument? Feed, string? Problem = null, string? Remark = null);
