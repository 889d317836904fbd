using Kiosk.Data;

namespace Kiosk.Ingest.Extraction;

/// <summary>What a web page says, without what stands around it. Nothing in here is markup, but for <see cref="Html"/>, which is clean.</summary>
public sealed record ExtractedArticle
{
    /// <summary>Without the name of the site; null if the page has none.</summary>
    public string? Title { get; init; }

    /// <summary>Names of people, or of an organisation where no person is named; may be empty.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>In the offset that the page uses, so that its date is the one a reader of the page sees; null if unknown.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When the text was last changed; null if unknown.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>BCP 47 tag, such as <c>nl</c> or <c>nl-BE</c>; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Absolute, http or https; null if the page names none that can be its own.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>One or a few sentences that the page gives as its summary; null if it gives none.</summary>
    public string? Lead { get; init; }

    /// <summary>Absolute address of the picture that goes with the article; null if there is none.</summary>
    public string? Image { get; init; }

    /// <summary>What the picture shows, for who cannot see it; null if unknown.</summary>
    public string? ImageAlt { get; init; }

    /// <summary>The body, made safe; empty if nothing was found.</summary>
    public string Html { get; init; } = "";

    /// <summary>The body as plain text, a block on a line, without the captions of pictures; empty if nothing was found.</summary>
    public string Text { get; init; } = "";

    public string? SiteName { get; init; }

    /// <summary>What the page says it is; null if it does not say.</summary>
    public ArticleKind? Kind { get; init; }

    /// <summary>What each part was taken from, for whoever wonders; in the order in which it was looked for.</summary>
    public IReadOnlyList<Finding> Why { get; init; } = [];

    /// <summary>Why this page must not be stored as an article, in Dutch; null if it may be.</summary>
    public string? Problem { get; init; }

    /// <summary>The same reason, for programs; null exactly if <see cref="Problem"/> is.</summary>
    public PageObstacle? Obstacle { get; init; }
}
