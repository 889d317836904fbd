namespace Kiosk.Data.Annotations;

/// <summary>
/// What a reader marked in an article, or noted of it. A passage is kept by its words and those around it (W3C Web Annotation Data Model, 4.2.4,
/// TextQuoteSelector), not by its place: so it is found again in a text that changed elsewhere.
/// </summary>
public sealed class Annotation
{
    public const int LongestPassage = 2_000;
    public const int LongestNote = 5_000;

    /// <summary>Letters that are kept of what stands before and after a passage.</summary>
    public const int Around = 32;

    public long Id { get; set; }

    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>The passage as it stood in the text; empty for a note on the whole piece.</summary>
    public string Exact { get; set; } = "";

    /// <summary>What stood right before it; empty at the begin of the text.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>What stood right after it; empty at the end of the text.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>Plain text; may be empty where a passage is marked.</summary>
    public string Note { get; set; } = "";

    public DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was taken away; it can be put back for a while. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
