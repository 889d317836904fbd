namespace Kiosk.Search;

/// <summary>How far a follower of the archive's change feed has come. Ordered by transaction, then sequence.</summary>
/// <param name="Transaction">The PostgreSQL transaction id; 0 on SQLite, where the sequence alone is the order of commit.</param>
/// <param name="Sequence">The number of the change.</param>
public readonly record struct FeedPosition(long Transaction, long Sequence) : IComparable<FeedPosition>
{
    public int CompareTo(FeedPosition other) =>
        Transaction != other.Transaction ? Transaction.CompareTo(other.Transaction) : Sequence.CompareTo(other.Sequence);

    public static bool operator <(FeedPosition left, FeedPosition right) => left.CompareTo(right) < 0;

    public static bool operator <=(FeedPosition left, FeedPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >(FeedPosition left, FeedPosition right) => left.CompareTo(right) > 0;

    public static bool operator >=(FeedPosition left, FeedPosition right) => left.CompareTo(right) >= 0;
}
