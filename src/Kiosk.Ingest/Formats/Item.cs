namespace Kiosk.Ingest.Formats;

/// <summary>What a format parser yields for one entry, as the source gave it: not cleaned, not judged. Text fields may be null, never blank.</summary>
public sealed record Item
{
    /// <summary>guid, atom:id or the like; null if the source gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Absolute where it could be made so.</summary>
    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Raw HTML or text.</summary>
    public string? Summary { get; init; }

    /// <summary>Raw HTML or text of the whole piece.</summary>
    public string? Content { get; init; }

    /// <summary>Absolute URL of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>What relative addresses in <see cref="Summary"/> and <see cref="Content"/> are relative to (xml:base); null if the source says
    /// nothing: then <see cref="Link"/>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>BCP 47 tag of this item alone.</summary>
    public string? Language { get; init; }

    /// <summary>Names that hold everywhere, the most trustworthy first: <c>doi:10.…</c>, <c>hdl:…</c>, <c>urn:nbn:nl:…</c>, <c>ECLI:NL:…</c>.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Absolute URL of the whole text as a document, mostly a PDF, where <see cref="Link"/> is its landing page.</summary>
    public string? Document { get; init; }

    /// <summary>What the source calls this kind of text (article, Motie, Uitspraak), in its own words.</summary>
    public string? Type { get; init; }

    /// <summary>When and where, for an item that is an event; null for all others.</summary>
    public EventInfo? Event { get; init; }
}
