namespace Kiosk.Ingest.Formats.Rechtspraak;

/// <summary>The outcome of reading the text of one ruling: either <see cref="Item"/> or <see cref="Problem"/> is set.</summary>
public sealed record RulingReading
{
    public Item? Item { get; init; }

    /// <summary>Who decided; null if unknown.</summary>
    public string? Court { get; init; }

    /// <summary>The day of the decision; the item's Published is the day of publication.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public IReadOnlyList<string> CaseNumbers { get; init; } = [];

    /// <summary>The laws that the ruling refers to, as the register names them.</summary>
    public IReadOnlyList<string> Laws { get; init; } = [];

    /// <summary>In Dutch, for people; null if all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch: what had to be repaired or left out; null if nothing.</summary>
    public string? Remark { get; init; }
}
