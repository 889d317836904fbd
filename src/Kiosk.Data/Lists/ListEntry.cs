namespace Kiosk.Data.Lists;

/// <summary>An article on a list.</summary>
public sealed class ListEntry
{
    public long ListId { get; set; }

    public ReadingList? List { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>The order within the list, from low to high; equal ones by article.</summary>
    public int Position { get; set; }

    /// <summary>Why it is on the list; plain text, may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>The heading under which it stands; empty if it stands under none.</summary>
    public string Section { get; set; } = "";

    /// <summary>What it is in the timeline of a dossier; null if it follows from its kind.</summary>
    public TimelineMark? Mark { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it was taken off the list; it can be put back for a while. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
