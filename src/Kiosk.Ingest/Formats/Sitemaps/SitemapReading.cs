namespace Kiosk.Ingest.Formats.Sitemaps;

/// <summary>A sitemap as its site gave it: other sitemaps, pages, or neither.</summary>
public sealed record SitemapReading
{
    /// <summary>The sitemaps that an index names.</summary>
    public IReadOnlyList<ChildSitemap> Children { get; init; } = [];

    /// <summary>The pages, in the order of the file. Most have a link and perhaps a time of change; news sitemaps give titles too.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>In Dutch, for people: what came instead; null if all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch: what had to be repaired or left out; null if nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>A sitemap that an index names.</summary>
/// <param name="Url">Absolute, on the index's own site.</param>
/// <param name="Updated">When it last changed; null if unknown.</param>
public sealed record ChildSitemap(string Url, DateTimeOffset? Updated);
