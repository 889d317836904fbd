namespace Kiosk.Web.Digests;

/// <summary>What a round did. Letters go out side by side, so it is counted under its own lock.</summary>
public sealed class DigestTally
{
    private readonly Lock _lock = new();

    /// <summary>Deliveries that were open when it began; 0 if nobody asked.</summary>
    public int Planned { get; init; }

    public int Sent { get; private set; }

    /// <summary>Nothing to say.</summary>
    public int Empty { get; private set; }

    /// <summary>No such mailbox, or one that is full.</summary>
    public int Bounced { get; private set; }

    /// <summary>Attempts that failed otherwise, to be tried again or given up.</summary>
    public int Failed { get; private set; }

    public int TooLate { get; internal set; }

    /// <summary>Why the round stopped before all was done, in Dutch; null if it did not.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Attempts in a row that failed, without one that did not between them.</summary>
    internal int FailedInARow { get; private set; }

    public int Done => Sent + Empty + Bounced + Failed;

    internal void Count(LetterEnd end, Action<DigestTally> progress)
    {
        lock (_lock)
        {
            (Sent, Empty, Bounced, Failed) = end switch
            {
                LetterEnd.Sent => (Sent + 1, Empty, Bounced, Failed),
                LetterEnd.Empty => (Sent, Empty + 1, Bounced, Failed),
                LetterEnd.Bounced => (Sent, Empty, Bounced + 1, Failed),
                LetterEnd.Failed => (Sent, Empty, Bounced, Failed + 1),
                _ => (Sent, Empty, Bounced, Failed),
            };
            FailedInARow = end == LetterEnd.Failed ? FailedInARow + 1 : end is LetterEnd.Sent or LetterEnd.Bounced ? 0 : FailedInARow;
            progress(this);
        }
    }

    /// <returns>False if it stopped already.</returns>
    internal bool Stop(string why)
    {
        lock (_lock)
        {
            var first = Stopped is null;
            Stopped ??= why;
            return first;
        }
    }
}

/// <summary>What became of a letter.</summary>
internal enum LetterEnd
{
    Sent,
    Empty,
    Bounced,

    /// <summary>Tried, and it did not go; it may later.</summary>
    Failed,

    /// <summary>Not tried: it is another's, it waits its turn, or the server takes nothing.</summary>
    Passed,
}
