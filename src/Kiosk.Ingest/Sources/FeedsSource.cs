using Kiosk.Data;

namespace Kiosk.Ingest.Sources;

/// <summary>A source as an entry of feeds.json describes it, with the defaults filled in.</summary>
public sealed record FeedsSource
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Absolute, http or https.</summary>
    public required string Url { get; init; }

    public required SourceFormat Format { get; init; }

    public ArticleKind Kind { get; init; } = ArticleKind.Nieuws;

    public Rights Rights { get; init; } = Rights.Excerpt;

    /// <summary>The shortest time between two checks.</summary>
    public Interval Every { get; init; } = new(60);

    /// <summary>Ids of the topics that all its articles get.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>A query; null keeps all items.</summary>
    public string? Filter { get; init; }

    /// <summary>BCP 47 tag; null if unknown.</summary>
    public string? Language { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>Whether the pages and reports behind its items are read, where it gives less than the article itself.</summary>
    public bool Pages { get; init; } = true;

    public string? Note { get; init; }

    public FeedsSelect? Select { get; init; }
}

/// <summary>Where on a web page the articles stand, as CSS selectors. All may be null.</summary>
/// <param name="Links">The links to articles on the page.</param>
/// <param name="Within">A piece that the address of an article must hold, for instance <c>/nieuws/</c>; no selector.</param>
/// <param name="Body">The text on an article's own page.</param>
/// <param name="Remove">What is taken out of that text.</param>
/// <param name="Date">The date of publication on that page; believed before all that the page says elsewhere.</param>
public sealed record FeedsSelect(string? Links = null, string? Within = null, string? Body = null, string? Remove = null, string? Date = null)
{
    /// <summary>Reads what <see cref="Data.Source.Select"/> keeps; null if there is nothing, or nothing readable.</summary>
    public static FeedsSelect? Parse(string? json) => SeedJson.Read<FeedsSelect>(json);
}
