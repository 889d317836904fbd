namespace Kiosk.Data;

/// <summary>
/// An address whose text an item lacks: the page behind a teaser or a bare link, or a report. Read when its time comes; gone from here once it
/// was read into its article. What was given up stays, so that people see why and nobody asks again until the source changes the item.
/// </summary>
public sealed class PageToRead
{
    public long Id { get; set; }

    public int SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>The canonical address as an alias; one row for each address within a source.</summary>
    public required string Name { get; set; }

    /// <summary>What is fetched. Absolute, http or https.</summary>
    public required string Url { get; set; }

    /// <summary>The host and port of <see cref="Url"/>: a host is asked one thing at a time.</summary>
    public required string Host { get; set; }

    /// <summary>What the source gave, as the reader's own JSON; null once nothing more is to be done.</summary>
    public string? Item { get; set; }

    /// <summary>The names of the item, the most trustworthy first.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>SHA-256 over what the source gave, in hex: another one means that the item changed and its page is to be read again.</summary>
    public required string ContentHash { get; set; }

    public PageState State { get; set; }

    /// <summary>How often reading was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is due. While a node reads it, the moment at which another may take it over.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Why it was not read, in Dutch, for people; null before the first attempt.</summary>
    public string? Message { get; set; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>How far the reading of a page is.</summary>
public enum PageState
{
    /// <summary>Its turn is still to come.</summary>
    Waiting,

    /// <summary>It did not work, and is tried again later.</summary>
    Retrying,

    /// <summary>A report, and this machine has no program to read it; read as soon as there is one.</summary>
    NeedsProgram,

    /// <summary>Tried often enough.</summary>
    GivenUp,

    /// <summary>It was read, and the source's filter does not match it.</summary>
    Filtered,
}
