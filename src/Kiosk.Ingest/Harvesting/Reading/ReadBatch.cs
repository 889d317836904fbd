using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>A piece of a harvest: store the items, then the state. A harvest that stops after any batch goes on there the next time.</summary>
public sealed record ReadBatch
{
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>Ids (<see cref="Item.Id"/>) of items that the source says it has taken away.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>What to hand to the next harvest, as JSON; null for nothing. To be kept whenever a batch comes, with a problem too.</summary>
    public string? State { get; init; }

    /// <summary>In Dutch, for people: what was repaired, left out, or is still to come; null if nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>In Dutch, for people: why the harvest ended here; null if it did not fail. Nothing comes after it.</summary>
    public string? Problem { get; init; }

    /// <summary>The answer that this batch was read from. A failed fetch stands here with its outcome; 304 is no problem.</summary>
    public FetchResult? Fetched { get; init; }

    /// <summary>The page for people that the source names; null if it names none.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>How long the source asks to be left alone; null if it does not ask.</summary>
    public TimeSpan? AskedInterval { get; init; }

    /// <summary>BCP 47 tag for items without one of their own; null if the source gives none.</summary>
    public string? Language { get; init; }
}
