namespace Kiosk.Data.Alerts;

/// <summary>That an alert found an article. It does so once: the key says so.</summary>
public sealed class AlertFind
{
    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public long AlertId { get; set; }

    public Alert? Alert { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset FoundAt { get; set; }

    /// <summary>The one letter that told it; null as long as none did.</summary>
    public long? LetterId { get; set; }
}

/// <summary>A letter about what one alert found. It is sent under the same Message-ID at each attempt.</summary>
public sealed class AlertLetter
{
    public long Id { get; set; }

    public long AlertId { get; set; }

    public Alert? Alert { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is sent (again). While a node sends it, the moment at which another may take over. Null once it was sent or given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it was not sent, in Dutch; null if there is nothing to say.</summary>
    public string? Reason { get; set; }
}
