namespace Kiosk.Data.Editions;

/// <summary>A pick (keuze): an article that the editors put in front of every reader, and why.</summary>
public sealed class Pick
{
    public const int LongestQuote = 400;
    public const int LongestSignature = 80;

    public long Id { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>What the editor says about it, as plain text; never empty.</summary>
    public required string Quote { get; set; }

    /// <summary>Who says it, as readers see it.</summary>
    public required string Signature { get; set; }

    /// <summary>The first day on which it lies in front, on the readers' calendar.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>The last such day.</summary>
    public DateOnly EndsOn { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}
