using Kiosk.Data.Editorial;
using Kiosk.Data.Topics;

namespace Kiosk.Data;

/// <summary>An article (artikel): an item once archived.</summary>
public sealed class Article
{
    public long Id { get; set; }

    public int SourceId { get; set; }

    public Source? Source { get; set; }

    public ArticleKind Kind { get; set; }

    public ArticleState State { get; set; }

    /// <summary>Why it is hidden or withdrawn, for readers; null while visible.</summary>
    public string? StateReason { get; set; }

    /// <summary>Plain text, never empty.</summary>
    public required string Title { get; set; }

    /// <summary>The opening or summary as plain text, at most about 400 characters; empty if there is none.</summary>
    public string Lead { get; set; } = "";

    /// <summary>Clean HTML, rebuilt from an allowlist; empty if only the title is known.</summary>
    public string BodyHtml { get; set; } = "";

    /// <summary>The body as plain text, paragraphs apart by a line break; this is what is indexed.</summary>
    public string BodyText { get; set; } = "";

    /// <summary>For each page of a report, the place in <see cref="BodyText"/> where it begins; empty for what has no pages.</summary>
    public List<int> PageStarts { get; set; } = [];

    /// <summary>The table of contents of a report, each line the page and the title: <c>14 Wat werkt</c>; empty if there is none.</summary>
    public List<string> Chapters { get; set; } = [];

    /// <summary>Where the original stands.</summary>
    public required string Url { get; set; }

    /// <summary>The whole text as a document, mostly a PDF, where <see cref="Url"/> is its landing page; null if there is none.</summary>
    public string? DocumentUrl { get; set; }

    /// <summary>An image that the source gives; null if none. Never loaded by a reader's browser directly.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>BCP 47 tag; null if unknown.</summary>
    public string? Language { get; set; }

    public List<string> Authors { get; set; } = [];

    /// <summary>The source's own labels.</summary>
    public List<string> Categories { get; set; } = [];

    /// <summary>The phases of debt relief that it is about.</summary>
    public List<Phase> Phases { get; set; } = [];

    /// <summary>For whose work it is of use.</summary>
    public List<WorkRole> Roles { get; set; } = [];

    /// <summary>What it rests on; null if that is not known.</summary>
    public Evidence? Evidence { get; set; }

    /// <summary>How Movisie's register of social interventions rates what it describes; null if that is not known.</summary>
    public MovisieLevel? MovisieLevel { get; set; }

    /// <summary>The articles of law that it is about, each as <c>wgs/4a</c>, what matters most first.</summary>
    public List<string> Laws { get; set; } = [];

    /// <summary>The municipalities that it is about, by slug.</summary>
    public List<string> Municipalities { get; set; } = [];

    /// <summary>The properties that a person set: what is harvested leaves them alone.</summary>
    public List<ArticleProperty> SetByHand { get; set; } = [];

    /// <summary>The article that takes its place in what it says, as a new edition of a guideline does; null if none does.</summary>
    public long? ReplacedBy { get; set; }

    /// <summary>When an editor said so.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>The first day on which it holds; null if that is not known.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day on which it holds; null if it has no end.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>When it appeared: what the source says, never later than when it was first seen.</summary>
    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>True if the source gave no date of its own, so that <see cref="PublishedAt"/> is <see cref="FirstSeenAt"/>.</summary>
    public bool PublishedIsGuess { get; set; }

    /// <summary>When the source says that it last changed; null if it says nothing.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When what we keep of it last changed.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>SHA-256 over what the source gave, in hex: equal means nothing to store.</summary>
    public required string ContentHash { get; set; }

    /// <summary>Words in <see cref="BodyText"/>; reading time follows from it.</summary>
    public int WordCount { get; set; }

    /// <summary>When it came into the editors' inbox; null once an editor is done with it, and for what was old when it came.</summary>
    public DateTimeOffset? InboxAt { get; set; }

    /// <summary>True if an editor took it away for good: its text does not come back, under whatever name or address.</summary>
    public bool KeptOut { get; set; }

    /// <summary>The story it belongs to; null if nobody else tells this news.</summary>
    public long? StoryId { get; set; }

    public Story? Story { get; set; }

    /// <summary>True if an editor decided which story it belongs to, or to none: it is left so.</summary>
    public bool StoryByHand { get; set; }

    /// <summary>The article that took its place; null unless <see cref="ArticleState.Merged"/>.</summary>
    public long? MergedInto { get; set; }

    /// <summary>Counts up at every change; two editors cannot overwrite each other silently.</summary>
    public int Version { get; set; }

    public List<ArticleAlias> Aliases { get; } = [];

    public List<ArticleTopic> Topics { get; } = [];

    /// <summary>What editors said of its topics.</summary>
    public List<TopicJudgement> TopicJudgements { get; } = [];

    /// <summary>What editors corrected. The fields above hold their words; what the source says is kept with the correction.</summary>
    public List<ArticleCorrection> Corrections { get; } = [];

    /// <summary>Null for all that is no event.</summary>
    public ArticleEvent? Event { get; set; }

    /// <summary>Null unless editors chose it.</summary>
    public ArticleCover? Cover { get; set; }
}

/// <summary>A name under which an article is known: a URL, a guid within its source, a DOI. One name, one article.</summary>
public sealed class ArticleAlias
{
    /// <summary>The name with its sort in front: <c>url:example.nl/stuk</c>, <c>guid:12:abc</c>.</summary>
    public required string Name { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>What the item under this name last looked like, where the article was filled from another item; null where it was filled from this one.</summary>
    public string? ContentHash { get; set; }
}
