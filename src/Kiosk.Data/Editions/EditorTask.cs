namespace Kiosk.Data.Editions;

/// <summary>Something for the editors to look at: several readers said that a piece is of no use. It holds numbers, no persons.</summary>
public sealed class EditorTask
{
    public long Id { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>How many readers said so.</summary>
    public int Readers { get; set; }

    /// <summary>The objection that most of them have.</summary>
    public Objection Objection { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>When an editor was done with it; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What she did about it, in her words; null while it is open.</summary>
    public string? Answer { get; set; }
}
