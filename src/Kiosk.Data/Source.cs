using System.Linq.Expressions;

namespace Kiosk.Data;

/// <summary>A source (bron): one address that the kiosk harvests, with its settings and the state of its schedule.</summary>
public sealed class Source
{
    /// <summary>Whether the kiosk visits it by itself: it is switched on, not at rest, and not gone for good. For queries.</summary>
    public static readonly Expression<Func<Source, bool>> IsVisited =
        source => source.Enabled && source.RetiredAt == null && source.PausedAt == null && source.MergedInto == null;

    public int Id { get; set; }

    /// <summary>The id in feeds.json and in URLs, for instance <c>nos-economie</c>; unique, never changes.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>What is fetched. Absolute, http or https.</summary>
    public required string Url { get; set; }

    /// <summary>The page for people, as the source itself states it; null until known.</summary>
    public string? SiteUrl { get; set; }

    public SourceFormat Format { get; set; }

    public ArticleKind Kind { get; set; }

    public Rights Rights { get; set; } = Rights.Excerpt;

    /// <summary>The shortest time between two checks, in minutes.</summary>
    public int EveryMinutes { get; set; } = 60;

    /// <summary>A query; items that it does not match are not kept. Null keeps all.</summary>
    public string? Filter { get; set; }

    /// <summary>BCP 47 tag that items without one of their own get; null if unknown.</summary>
    public string? Language { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>Whether the pages and reports behind its items are read, where it gives less than the article itself.</summary>
    public bool ReadsPages { get; set; } = true;

    /// <summary>Whether an editor lets each piece through before readers see it.</summary>
    public bool Reviewed { get; set; }

    /// <summary>Since when an editor lets it rest; null while it is not paused. Apart from <see cref="Enabled"/>, which follows feeds.json.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>The name of who paused it; null while it is not paused.</summary>
    public string? PausedBy { get; set; }

    /// <summary>Why, in the editor's words; null if none were given.</summary>
    public string? PauseReason { get; set; }

    /// <summary>What people should know about this source; shown on its page.</summary>
    public string? Note { get; set; }

    /// <summary>CSS selectors for pages, as the JSON object of feeds.json; null where none are given.</summary>
    public string? Select { get; set; }

    /// <summary>The source's entry as feeds.json last gave it, as JSON; null for a source that was made in the kiosk.</summary>
    public string? Seed { get; set; }

    public List<SourceTopic> Topics { get; } = [];

    // The state of the schedule.

    /// <summary>When the source is due. A source is claimed by a lease and checked when this has passed.</summary>
    public DateTimeOffset NextCheckAt { get; set; }

    /// <summary>Which node is harvesting it; null when none is.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>When the lease lapses and another node may take over; null when there is none.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public string? ETag { get; set; }

    /// <summary>The Last-Modified header as it came, to be sent back letter by letter.</summary>
    public string? LastModified { get; set; }

    /// <summary>When a whole body last came in; validators older than a while are dropped, since some servers answer 304 for ever.</summary>
    public DateTimeOffset? LastBodyAt { get; set; }

    /// <summary>SHA-256 of the last body that was read well, in hex; an equal body is not parsed again.</summary>
    public string? BodyHash { get; set; }

    /// <summary>Where reading goes on at the next visit, as the reader's own JSON: a resumption token, what was seen. Null if it starts afresh.</summary>
    public string? ReadingState { get; set; }

    /// <summary>Failures since the last success.</summary>
    public int FailureCount { get; set; }

    /// <summary>The first of those failures; null if there are none.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Where a 301 or 308 says that the source has moved to; null if it says nothing.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Since when it has said so without a break.</summary>
    public DateTimeOffset? MovedSince { get; set; }

    /// <summary>The address that somebody chose, once <see cref="Url"/> followed a move; null if it never did.</summary>
    public string? MovedFrom { get; set; }

    /// <summary>When the server said 410, gone for good, or editors retired it; no visit is made by itself any more. Null while it is visited.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>Why editors retired it, in their words; null if its server did.</summary>
    public string? RetireReason { get; set; }

    /// <summary>The source that took over its articles, followers and address; null while it stands on its own. Kept as it was, out of sight.</summary>
    public int? MergedInto { get; set; }

    /// <summary>When a visit last found something new or changed; null if none ever did.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>The usual time between two changes, in minutes: a moving geometric mean. Null until two are known.</summary>
    public int? ChangeGapMinutes { get; set; }

    /// <summary>How long the feed itself asks to be left alone (ttl, sy:updatePeriod), in minutes; null if it does not ask.</summary>
    public int? AskedMinutes { get; set; }

    public DateTimeOffset? LastCheckedAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public HarvestOutcome LastOutcome { get; set; }

    /// <summary>What happened at the last check, in Dutch, for people; null before the first.</summary>
    public string? LastMessage { get; set; }
}

/// <summary>A topic that all articles of a source get.</summary>
public sealed class SourceTopic
{
    public int SourceId { get; set; }

    public int TopicId { get; set; }

    /// <summary>See <see cref="ArticleTopic.FromTopicId"/>.</summary>
    public int? FromTopicId { get; set; }

    public Source? Source { get; set; }

    public Topic? Topic { get; set; }
}
