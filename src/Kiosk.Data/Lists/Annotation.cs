namespace Kiosk.Data.Lists;

/// <summary>
/// What a reader wrote or marked at an article, for herself alone. With a <see cref="Quote"/> it is a highlight, placed by a TextQuoteSelector and a
/// TextPositionSelector (W3C Web Annotation Data Model, 4.2.4 and 4.2.5); without one it is a note on the whole.
/// </summary>
public sealed class Annotation
{
    public long Id { get; set; }

    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>Plain text; may be empty for a highlight.</summary>
    public string Note { get; set; } = "";

    /// <summary>The marked text as it stood on the page; null for a note on the whole article.</summary>
    public string? Quote { get; set; }

    /// <summary>The text just before it, to tell equal quotes apart.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The text just after it.</summary>
    public string Suffix { get; set; } = "";

    /// <summary>Where it began, in characters from the begin of the text; 0 for a note on the whole.</summary>
    public int Start { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
