namespace Kiosk.Data.Changes;

/// <summary>One line of the change feed; written by triggers only.</summary>
public sealed class ArticleChange
{
    public long Sequence { get; init; }

    /// <summary>The PostgreSQL transaction that made the change; 0 on SQLite.</summary>
    public long TransactionId { get; init; }

    /// <summary>The article that was added, changed or removed; it may be gone by now.</summary>
    public long ArticleId { get; init; }
}
