namespace Kiosk.Data.Lists;

/// <summary>A reading list (bundel). One that editors published is a dossier: it belongs to the kiosk and to nobody in person.</summary>
public sealed class ReadingList
{
    public long Id { get; set; }

    /// <summary>Whose it is; null for a dossier, which stays when the editor who made it leaves.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Plain text, never empty.</summary>
    public required string Title { get; set; }

    /// <summary>Plain text; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>The word on its cover; empty: its title.</summary>
    public string CoverMark { get; set; } = "";

    /// <summary>The colour of its cover, 1 to 12; null: one that stays with it.</summary>
    public int? CoverHue { get; set; }

    /// <summary>True for the one list of a reader that stands ready: "Later lezen".</summary>
    public bool IsLater { get; set; }

    /// <summary>Opens the list for whoever has the link; null if there is no such link. A new key makes the old link dead.</summary>
    public string? LinkKey { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it or one of its entries last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was thrown away; it can be put back for a while. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Counts up at every change, of its entries too: two people cannot overwrite each other silently.</summary>
    public int Version { get; set; }

    public List<ListEntry> Entries { get; } = [];

    public List<ListMember> Members { get; } = [];

    /// <summary>Published by the editors, for everybody.</summary>
    public bool IsDossier => UserId is null;

    /// <summary>Makes a dossier of it, or lets a dossier be a list of one of the editors. Who had it by link or was shared with has it no more.</summary>
    /// <param name="owner">Null for a dossier.</param>
    public void GiveTo(Guid? owner)
    {
        (UserId, LinkKey) = (owner, null);
        Members.Clear();
    }
}
