namespace Kiosk.Data.Proposals;

/// <summary>A link that somebody suggests at the open door. It holds no person, but for an address as long as she waits for an answer.</summary>
public sealed class LinkSuggestion
{
    public const int LongestUrl = 2_000;
    public const int LongestNote = 1_000;
    public const int LongestReason = 500;

    public long Id { get; set; }

    /// <summary>Absolute, http or https.</summary>
    public required string Url { get; set; }

    /// <summary>What the sender says of it; empty for nothing.</summary>
    public string Note { get; set; } = "";

    /// <summary>Where the answer goes; null if none was asked for, or once it was sent.</summary>
    public string? Email { get; set; }

    public DateTimeOffset SentAt { get; set; }

    /// <summary>How often the page was asked for.</summary>
    public int Attempts { get; set; }

    /// <summary>When the page is read (again). While a node reads it, the moment at which another may take over. Null once it was read or given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>What the page calls itself; null until it was read.</summary>
    public string? Title { get; set; }

    /// <summary>Its opening as plain text; null until it was read.</summary>
    public string? Lead { get; set; }

    /// <summary>What the site calls itself; null if it does not say.</summary>
    public string? Site { get; set; }

    /// <summary>Words of its text.</summary>
    public int Words { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Why the page could not be read, in Dutch; null if it could.</summary>
    public string? Problem { get; set; }

    public SuggestionState State { get; set; }

    /// <summary>What the editors say to the sender; null for nothing.</summary>
    public string? Reason { get; set; }

    /// <summary>When an editor decided; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The article that it became; null if it became none.</summary>
    public long? ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>The source that it became; null if it became none.</summary>
    public int? SourceId { get; set; }

    public Source? Source { get; set; }

    public int MailAttempts { get; set; }

    /// <summary>When the answer is mailed (again); null if there is none to mail.</summary>
    public DateTimeOffset? MailDueAt { get; set; }
}

public enum SuggestionState
{
    Open,
    Accepted,
    Declined,
}
