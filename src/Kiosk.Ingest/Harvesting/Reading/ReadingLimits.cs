namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>How much of a source one harvest takes. The rest follows the next time.</summary>
public sealed record ReadingLimits
{
    /// <summary>Items in one batch, where a source is not read page by page.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>New addresses of a sitemap.</summary>
    public int SitemapItems { get; init; } = 200;

    /// <summary>Files of a sitemap index.</summary>
    public int SitemapFiles { get; init; } = 20;

    /// <summary>Pages of a list on the web. A harvest stops sooner where it meets only what it knows.</summary>
    public int ListPages { get; init; } = 5;

    /// <summary>Pages of a list from a repository or an open data service.</summary>
    public int ServicePages { get; init; } = 20;

    /// <summary>Rulings whose text is fetched.</summary>
    public int Rulings { get; init; } = 100;

    /// <summary>Rulings in one batch.</summary>
    public int RulingBatch { get; init; } = 10;

    /// <summary>From the start of one request to the Rechtspraak to the next: it asks for at most one a second.</summary>
    public TimeSpan RulingGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How far back the first harvest of a repository goes.</summary>
    public TimeSpan FirstRepositoryWindow { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How far back the first harvest of rulings and of papers of parliament goes.</summary>
    public TimeSpan FirstServiceWindow { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How much of the last window is asked for again: repositories show records later than their datestamp says.</summary>
    public TimeSpan RepositoryOverlap { get; init; } = TimeSpan.FromDays(1);
}
