using System.Globalization;

namespace Kiosk.Data.Changes;

/// <summary>A place in the change feed. Ordered by transaction, then sequence.</summary>
/// <param name="Transaction">The PostgreSQL transaction id; 0 on SQLite.</param>
/// <param name="Sequence">The number of the change.</param>
public readonly record struct ChangePosition(long Transaction, long Sequence) : IComparable<ChangePosition>
{
    public int CompareTo(ChangePosition other) => (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence));

    public static bool operator <(ChangePosition left, ChangePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(ChangePosition left, ChangePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChangePosition left, ChangePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChangePosition left, ChangePosition right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}:{Sequence}");

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ChangePosition Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new ChangePosition(long.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture), long.Parse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }
}
