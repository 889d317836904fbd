namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>What is known of one site's robots.txt until it is asked for again (RFC 9309, 2.3.1 and 2.4).</summary>
/// <param name="File">What it said when it last could be read; null if it never could, or says nothing.</param>
/// <param name="Until">When to ask again.</param>
internal sealed record RobotsVerdict(RobotsFile? File, DateTimeOffset Until)
{
    public const string Disallowed = "robots.txt van deze site vraagt om hier niet te komen.";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    /// <summary>Since when it has been out of reach without a break; null if it is not.</summary>
    public DateTimeOffset? FailingSince { get; private init; }

    /// <summary>What went wrong, in Dutch; null if nothing did.</summary>
    public string? Problem { get; private init; }

    private int Failures { get; init; }

    public static RobotsVerdict Of(FetchResult fetched, RobotsVerdict? before, DateTimeOffset now)
    {
        if (fetched.Outcome == FetchOutcome.Fetched)
            return new RobotsVerdict(RobotsFile.Parse(fetched.Body), now + Day);
        return IsUnavailable(fetched) ? new RobotsVerdict(null, now + Day) : Failed(fetched, before, now);
    }

    public RobotsAnswer Answer(string agent, Uri url, DateTimeOffset now)
    {
        var isForbidden = File is null && FailingSince is { } since && now - since < Patience;
        var isAllowed = !isForbidden && (File is null || File.Allows(agent, url.AbsoluteUri));
        return new RobotsAnswer(isAllowed)
        {
            Message = isAllowed ? null : isForbidden ? $"robots.txt van deze site is niet te lezen, dus we komen er nu niet. {Problem}" : Disallowed,
            CrawlDelay = File?.CrawlDelay(agent),
            Sitemaps = File?.Sitemaps ?? [],
            ValidUntil = Until,
        };
    }

    /// <summary>There is none: 4xx, whatever body came along, or redirects that lead nowhere. 429 is not among them: who says "too often"
    /// is not helped by more requests.</summary>
    private static bool IsUnavailable(FetchResult fetched) => fetched switch
    {
        { StatusCode: >= 400 and < 500 and not 429 } => true,
        { StatusCode: null, Outcome: FetchOutcome.ServerError or FetchOutcome.Forbidden } => true,
        _ => false,
    };

    /// <summary>Asked again after an hour, then after twice as long, up to a day. What was read before stays in force.</summary>
    private static RobotsVerdict Failed(FetchResult fetched, RobotsVerdict? before, DateTimeOffset now)
    {
        var failures = Math.Min((before?.Failures ?? 0) + 1, 6);
        var wait = TimeSpan.FromHours(Math.Pow(2, failures - 1));
        if (fetched.RetryAfter > wait)
            wait = fetched.RetryAfter.Value;
        return new RobotsVerdict(before?.File, now + (wait < Day ? wait : Day))
        {
            FailingSince = before?.FailingSince ?? now,
            Problem = fetched.Message,
            Failures = failures,
        };
    }
}
