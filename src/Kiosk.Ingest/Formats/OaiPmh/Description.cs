namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>What a metadata format says of one text, before it is judged.</summary>
internal sealed record Description
{
    public string? Title { get; init; }

    public string? Abstract { get; init; }

    public IReadOnlyList<string?> Authors { get; init; } = [];

    public IReadOnlyList<string?> Subjects { get; init; } = [];

    /// <summary>The likeliest date of publication first.</summary>
    public IReadOnlyList<string?> Dates { get; init; } = [];

    public string? Language { get; init; }

    public string? Type { get; init; }

    /// <summary>Addresses and identifiers of the text, mixed.</summary>
    public IReadOnlyList<string?> Locations { get; init; } = [];
}
