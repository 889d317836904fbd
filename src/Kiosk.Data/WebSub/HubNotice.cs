namespace Kiosk.Data.WebSub;

/// <summary>That a feed changed and the hub is to be told. It goes when it was told.</summary>
public sealed class HubNotice
{
    /// <summary>Of the feed, at this kiosk.</summary>
    public required string Path { get; set; }

    /// <summary>When the hub is told (again). While a node tells it, the moment at which another may take over.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }
}
