namespace Kiosk.Data.Editions;

/// <summary>The edition of one reader of one day. Once made, it stays as it is.</summary>
public sealed class ReaderEdition
{
    public Guid UserId { get; set; }

    /// <summary>On the readers' calendar.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Pieces that fit what she follows but found no place; they may come on another day.</summary>
    public int LeftOver { get; set; }
}

/// <summary>A piece of an edition. A piece comes to a reader once: the key says so.</summary>
public sealed class EditionPiece
{
    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public DateOnly Day { get; set; }

    public int Position { get; set; }

    /// <summary>Why it is there, as a sentence in Dutch.</summary>
    public required string Why { get; set; }

    /// <summary>The editors' pick by which it came; null if it came by the reader's own weights.</summary>
    public long? PickId { get; set; }

    /// <summary>When she swapped it for another; null while it is in the edition.</summary>
    public DateTimeOffset? SwappedAt { get; set; }

    /// <summary>The article that it took the place of; null if it was there from the start.</summary>
    public long? InPlaceOf { get; set; }
}
