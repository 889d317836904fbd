using System.Globalization;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>One minute of a soak.</summary>
/// <param name="Minute">From 1.</param>
/// <param name="Resident">What the kiosk holds resident, in megabytes.</param>
/// <param name="Heap">What was left of its heap after the last collection, in megabytes.</param>
/// <param name="Full">Collections of the whole heap so far; between two, what is dead lies about.</param>
/// <param name="PerSecond">Answers.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Faults">Of answers and in the log, in this minute.</param>
/// <param name="Articles">In the archive.</param>
/// <param name="Letters">That the mail server took so far.</param>
/// <param name="OldestSource">Seconds that the most overdue source waits.</param>
/// <param name="OldestLetter">Seconds that the oldest letter waits.</param>
/// <param name="IndexLag">Changes that the index has not followed yet.</param>
internal sealed record SoakMinute(
    int Minute, double Resident, double Heap, int Full, double PerSecond, double P95, int Faults, int Articles, int Letters, double OldestSource, double OldestLetter, double IndexLag)
{
    public static string Heading => $"{"min",4} {"resident MB",12} {"heap MB",8} {"full",5} {"req/s",6} {"p95 ms",7} {"faults",7} {"articles",9} {"letters",8} {"source s",9} {"letter s",9} {"index lag",10}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Minute,4} {Resident,12:N0} {Heap,8:N0} {Full,5} {PerSecond,6:N1} {P95,7:N0} {Faults,7} {Articles,9:N0} {Letters,8:N0} {OldestSource,9:N0} {OldestLetter,9:N0} {IndexLag,10:N0}");
}
