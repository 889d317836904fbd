namespace Kiosk.Data.Editorial;

/// <summary>That an editor is at work on an article, for others to see. It lapses by itself.</summary>
public sealed class DeskClaim
{
    public long ArticleId { get; set; }

    /// <summary>Who; the claim goes when her account does.</summary>
    public Guid EditorId { get; set; }

    public required string EditorName { get; set; }

    public DateTimeOffset ClaimedUntil { get; set; }
}
