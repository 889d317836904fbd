using Kiosk.Data.Accounts;

namespace Kiosk.Data.Alerts;

/// <summary>An alert (attendering): a question of a reader that waits for articles.</summary>
public sealed class Alert
{
    /// <summary>More than anybody reads.</summary>
    public const int MostOfOne = 50;

    public const int LongestQuery = 600;

    /// <summary>Never used again once it is gone: links in letters carry it.</summary>
    public long Id { get; set; }

    public Guid UserId { get; set; }

    public User? User { get; set; }

    /// <summary>In the query language.</summary>
    public required string Query { get; set; }

    /// <summary>Whether it finds only what was typed, and no synonyms.</summary>
    public bool Exactly { get; set; }

    public AlertPace Pace { get; set; }

    /// <summary>The last <see cref="Webhooks.ArticlePublication"/> that it is not about.</summary>
    public long SincePublication { get; set; }

    /// <summary>What stands in the address of its feed; null if it has none.</summary>
    public string? FeedKey { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When anything changed that decides what it finds.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Since when it finds nothing; null while it is on.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When its reader threw it away; it can be put back for a while.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When what it found is to be put in a letter; null if there is nothing to tell.</summary>
    public DateTimeOffset? NextLetterAt { get; set; }

    /// <summary>When its last letter was made; null before the first.</summary>
    public DateTimeOffset? LastLetterAt { get; set; }

    public List<AlertFind> Finds { get; } = [];
}

/// <summary>How soon a reader hears of what was found. The Dutch words stand so in the database and forms.</summary>
public enum AlertPace
{
    /// <summary>Within minutes.</summary>
    Meteen,

    /// <summary>Each morning.</summary>
    Dag,

    /// <summary>On the day of her weekly digest.</summary>
    Week,

    /// <summary>No mail: she reads it in the feed or on the page.</summary>
    Niet,
}
