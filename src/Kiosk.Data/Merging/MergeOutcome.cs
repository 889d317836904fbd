namespace Kiosk.Data.Merging;

/// <summary>What came of a merge.</summary>
public enum MergeOutcome
{
    Merged,

    /// <summary>One of the two does not exist.</summary>
    NotFound,

    /// <summary>An article cannot be merged with itself, nor with one that has gone into another already.</summary>
    Impossible,
}
