namespace Kiosk.Data;

/// <summary>When and where an article of kind agenda takes place.</summary>
public sealed class ArticleEvent
{
    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>For whole days the first moment of the first day in Amsterdam.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>For whole days the first moment after the last; null if the source does not say.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>True if the source gives days without times.</summary>
    public bool IsAllDay { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Plain text: venue and address, or where to be online; null if unknown.</summary>
    public string? Place { get; set; }

    /// <summary>Where to sign up, absolute; null if unknown.</summary>
    public string? RegistrationUrl { get; set; }
}
