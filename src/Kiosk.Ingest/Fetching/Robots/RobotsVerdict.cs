using Kiosk.Data;

namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>What is known of one site's robots.txt until it is asked for again (RFC 9309, 2.3.1 and 2.4).</summary>
/// <param name="Known">As it is kept.</param>
internal sealed record RobotsVerdict(SiteRobots Known)
{
    public const string Disallowed = "robots.txt van deze site vraagt om hier niet te komen.";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>What it said when it last could be read; null if it never could, or says nothing.</summary>
    private readonly RobotsFile? _file = Known.Body is { } body ? RobotsFile.Parse(body) : null;

    /// <summary>When to ask again.</summary>
    public DateTimeOffset Until => Known.ValidUntil;

    /// <summary>The verdict that an answer brings.</summary>
    /// <param name="site">Whose robots.txt it is.</param>
    /// <param name="fetched">The answer.</param>
    /// <param name="before">What was known; null if nothing.</param>
    /// <param name="now">When it came.</param>
    public static RobotsVerdict Of(string site, FetchResult fetched, SiteRobots? before, DateTimeOffset now) => new(fetched switch
    {
        { Outcome: FetchOutcome.Fetched } => Read(site, fetched, fetched.Body.ToArray(), now),
        { Outcome: FetchOutcome.NotModified } when before?.Body is not null => Read(site, fetched with { ETag = before.ETag, LastModified = before.LastModified }, before.Body, now),
        _ when IsUnavailable(fetched) => new SiteRobots { Site = site, FetchedAt = now, ValidUntil = now + Day },
        _ => Failed(site, fetched, before, now),
    });

    public RobotsAnswer Answer(string agent, Uri url, DateTimeOffset now)
    {
        var isForbidden = _file is null && Known.FailingSince is { } since && now - since < Patience;
        var isAllowed = !isForbidden && (_file is null || _file.Allows(agent, url.AbsoluteUri));
        return new RobotsAnswer(isAllowed)
        {
            Message = isAllowed ? null : isForbidden ? $"robots.txt van deze site is niet te lezen, dus we komen er nu niet. {Known.Problem}" : Disallowed,
            CrawlDelay = _file?.CrawlDelay(agent),
            Sitemaps = _file?.Sitemaps ?? [],
            ValidUntil = Until,
        };
    }

    private static SiteRobots Read(string site, FetchResult fetched, byte[] body, DateTimeOffset now) =>
        new() { Site = site, Body = body, ETag = fetched.ETag, LastModified = fetched.LastModified, FetchedAt = now, ValidUntil = now + Day };

    /// <summary>There is none: 4xx, whatever body came along, or redirects that lead nowhere. 429 is not among them: who says "too often"
    /// is not helped by more requests.</summary>
    private static bool IsUnavailable(FetchResult fetched) => fetched switch
    {
        { StatusCode: >= 400 and < 500 and not 429 } => true,
        { StatusCode: null, Outcome: FetchOutcome.ServerError or FetchOutcome.Forbidden } => true,
        _ => false,
    };

    /// <summary>Asked again after an hour, then after twice as long, up to a day. What was read before stays in force.</summary>
    private static SiteRobots Failed(string site, FetchResult fetched, SiteRobots? before, DateTimeOffset now)
    {
        var failures = Math.Min((before?.Failures ?? 0) + 1, 6);
        var wait = TimeSpan.FromHours(Math.Pow(2, failures - 1));
        if (fetched.RetryAfter > wait)
            wait = fetched.RetryAfter.Value;
        return new SiteRobots
        {
            Site = site,
            Body = before?.Body,
            ETag = before?.ETag,
            LastModified = before?.LastModified,
            FetchedAt = now,
            ValidUntil = now + (wait < Day ? wait : Day),
            FailingSince = before?.FailingSince ?? now,
            Failures = failures,
            Problem = fetched.Message,
        };
    }
}
