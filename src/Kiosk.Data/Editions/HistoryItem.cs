namespace Kiosk.Data.Editions;

/// <summary>That somebody read or saved an article. Kept only for who asked for it.</summary>
public sealed class HistoryItem
{
    public Guid UserId { get; set; }

    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public HistoryAct Act { get; set; }

    /// <summary>The first time.</summary>
    public DateTimeOffset At { get; set; }
}

public enum HistoryAct
{
    Gelezen,
    Bewaard,
}
