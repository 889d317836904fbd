namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>What one input may cost.</summary>
/// <param name="Time">By the clock; an input that takes longer is tried again, for the machine may have been busy.</param>
/// <param name="Bytes">Allocated in all, not at once.</param>
internal sealed record FuzzLimits(TimeSpan Time, long Bytes)
{
    public static FuzzLimits Usual { get; } = new(TimeSpan.FromSeconds(2), 256L * 1024 * 1024);
}
