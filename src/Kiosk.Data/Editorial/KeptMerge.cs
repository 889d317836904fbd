namespace Kiosk.Data.Editorial;

/// <summary>All that a merge moves, so that a wrong one can be split.</summary>
/// <param name="IsMerged">Whether the two are one at this side of the act.</param>
/// <param name="Keep">The article that stays.</param>
/// <param name="KeepTitle">What it is called.</param>
public sealed record KeptMerge(bool IsMerged, long Keep, string KeepTitle)
{
    public KeptStanding? Standing { get; init; }

    public KeptStory? Story { get; init; }

    /// <summary>The story of the one that stays; it may have taken over the other's.</summary>
    public long? KeepStory { get; init; }

    public DateTimeOffset KeepFirstSeen { get; init; }

    /// <summary>Names that go over, each with the hash that stood with it.</summary>
    public IReadOnlyDictionary<string, string?> Aliases { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<long> Picks { get; init; } = [];

    public IReadOnlyList<long> Tasks { get; init; } = [];

    /// <summary>Topics that the one that stays did not have.</summary>
    public IReadOnlyList<int> NewTopics { get; init; } = [];

    /// <summary>Lists on which it was not.</summary>
    public IReadOnlyList<long> NewLists { get; init; } = [];

    /// <summary>Articles that had gone into the other before.</summary>
    public IReadOnlyList<long> Earlier { get; init; } = [];
}
