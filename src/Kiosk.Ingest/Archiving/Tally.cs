namespace Kiosk.Ingest.Archiving;

/// <summary>What became of the items of one visit.</summary>
public readonly record struct Tally
{
    /// <summary>Items in the document, each article once.</summary>
    public int Seen { get; init; }

    public int New { get; init; }

    public int Changed { get; init; }

    /// <summary>Not kept, because the source's filter did not match.</summary>
    public int Filtered { get; init; }

    /// <summary>New in the document, but to be judged only when its page has been read.</summary>
    public int Waiting { get; init; }

    public static Tally operator +(Tally left, Tally right) => new()
    {
        Seen = left.Seen + right.Seen,
        New = left.New + right.New,
        Changed = left.Changed + right.Changed,
        Filtered = left.Filtered + right.Filtered,
        Waiting = left.Waiting + right.Waiting,
    };
}
