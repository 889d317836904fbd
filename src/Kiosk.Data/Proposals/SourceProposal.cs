namespace Kiosk.Data.Proposals;

/// <summary>
/// A source in the making, or a change of one that is tried first: what an editor pasted, what the kiosk found there, and what it would bring. Nothing
/// of it is harvested. The kiosk works on it in the background, so everything that it learns is a column here.
/// </summary>
public sealed class SourceProposal
{
    public long Id { get; set; }

    /// <summary>What was pasted, with or without <c>https://</c>.</summary>
    public required string Address { get; set; }

    /// <summary>The source that it would change; null for a new one.</summary>
    public int? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>The link suggestion that it came from; null if an editor thought of it.</summary>
    public long? SuggestionId { get; set; }

    /// <summary>What marks the settings that a change was made from, so that two editors do not overwrite each other; null for a new source.</summary>
    public string? Mark { get; set; }

    /// <summary>What the kiosk has to do next.</summary>
    public ProposalStep Step { get; set; }

    /// <summary>How often that was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>What the kiosk is looking at now, in Dutch; null if it does nothing.</summary>
    public string? Progress { get; set; }

    /// <summary>What the site offers, as JSON; null until it was looked for.</summary>
    public string? Findings { get; set; }

    /// <summary>The source as it would be, as its entry in feeds.json; null until something was found.</summary>
    public string? Settings { get; set; }

    /// <summary>What it would bring, as JSON; null until it was read with these settings.</summary>
    public string? Sample { get; set; }

    /// <summary>Why it cannot go on, in Dutch; null if it can.</summary>
    public string? Problem { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Until when a node works on it; null if none does.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}

/// <summary>What is to be done for a proposal.</summary>
public enum ProposalStep
{
    /// <summary>Find what can be read at the address.</summary>
    Search,

    /// <summary>Read the first items with the settings as they are.</summary>
    Sample,

    /// <summary>Nothing: an editor decides.</summary>
    Done,
}
