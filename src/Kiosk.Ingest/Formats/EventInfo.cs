namespace Kiosk.Ingest.Formats;

/// <summary>When and where an event is. Everything may be unknown.</summary>
public sealed record EventInfo
{
    /// <summary>In UTC; for a whole day its first moment in Amsterdam.</summary>
    public DateTimeOffset? Starts { get; init; }

    /// <summary>In UTC; for whole days the first moment after the last day.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>True if the source gives days without times.</summary>
    public bool IsAllDay { get; init; }

    /// <summary>True if the source says that it does not take place after all.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Plain text: venue and address, or where to be online.</summary>
    public string? Place { get; init; }

    /// <summary>Absolute URL where to sign up.</summary>
    public string? Registration { get; init; }
}
