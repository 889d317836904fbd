using System.Globalization;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>
/// What a soak showed: memory is flat if, by a straight line through the last two thirds, it rises by less than a tenth over them; p95 is steady if its median in the last third is at most half
/// again that of the first third. Of the heap only minutes with a full collection count: in others most of it is dead already.
/// </summary>
internal sealed record SoakVerdict(double ResidentAnHour, double HeapAnHour, bool IsFlat, double FirstP95, double LastP95, int Faults)
{
    private const double MostRise = 0.10;
    private const double MostSlower = 1.5;

    public bool IsSteady => LastP95 <= FirstP95 * MostSlower;

    public bool Holds => IsFlat && IsSteady && Faults == 0;

    public static SoakVerdict Of(IReadOnlyList<SoakMinute> minutes, int faults)
    {
        var late = minutes.Skip(minutes.Count / 3).ToList();
        var collected = late.Where((minute, number) => number > 0 && minute.Full > late[number - 1].Full).ToList();
        var swept = collected.Count > 1 ? collected : late;
        var (resident, heap) = (Slope(late, minute => minute.Resident), Slope(swept, minute => minute.Heap));
        var third = Math.Max(1, minutes.Count / 3);
        return new SoakVerdict(resident * 60, heap * 60,
            IsWithin(resident, late.Count, late, minute => minute.Resident) && IsWithin(heap, late.Count, swept, minute => minute.Heap),
            Median(minutes.Take(third)), Median(minutes.TakeLast(third)), faults);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"memory {(IsFlat ? "flat" : "NOT FLAT")} (resident {ResidentAnHour:+0.0;-0.0} MB an hour, heap {HeapAnHour:+0.0;-0.0}), p95 {(IsSteady ? "steady" : "NOT STEADY")} ({FirstP95:N0} ms at first, {LastP95:N0} at last), {(Faults == 0 ? "no error" : $"{Faults} ERRORS")}");

    private static bool IsWithin(double slope, int minutes, List<SoakMinute> seen, Func<SoakMinute, double> of) => slope * minutes <= seen.Average(of) * MostRise;

    /// <summary>Of the straight line that fits best, a minute.</summary>
    private static double Slope(List<SoakMinute> minutes, Func<SoakMinute, double> of)
    {
        var (x, y) = (minutes.Average(minute => minute.Minute), minutes.Average(of));
        var spread = minutes.Sum(minute => (minute.Minute - x) * (minute.Minute - x));
        return spread == 0 ? 0 : minutes.Sum(minute => (minute.Minute - x) * (of(minute) - y)) / spread;
    }

    private static double Median(IEnumerable<SoakMinute> minutes)
    {
        var sorted = minutes.Select(minute => minute.P95).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
