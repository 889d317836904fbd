namespace Kiosk.Ingest.Formats.Opml;

/// <summary>The feeds that an OPML file lists, or the reason why it cannot be read.</summary>
public sealed record OpmlReading
{
    /// <summary>In the order of the file; an address that it lists twice comes twice.</summary>
    public IReadOnlyList<OpmlFeed> Feeds { get; init; } = [];

    /// <summary>In Dutch, for people: why there is nothing to read; null if all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>In Dutch: what had to be repaired or left out; null if nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>A feed in an OPML file.</summary>
/// <param name="Url">As it stands in the file: it may be no web address at all.</param>
public sealed record OpmlFeed(string Url)
{
    /// <summary>Plain text; null if the file gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The page for people, as it stands in the file; null if it gives none.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>BCP 47 tag; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The last word of its category, in lower case; null if it has none.</summary>
    public string? Category { get; init; }

    /// <summary>The folders that it stands in, the outermost first.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}
