using System.Diagnostics;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>Tries one parser with a number of inputs, one after the other.</summary>
/// <param name="target">The parser.</param>
/// <param name="seed">Makes the inputs.</param>
/// <param name="limits">What one may cost.</param>
internal sealed class FuzzRun(FuzzTarget target, ulong seed, FuzzLimits limits)
{
    private const int MostFailures = 20;

    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    /// <summary>One of each kind, at most twenty.</summary>
    public List<FuzzFailure> Failures { get; } = [];

    /// <summary>Inputs that were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Inputs that failed, of whatever kind.</summary>
    public long Failed { get; private set; }

    /// <summary>The longest that one input took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>The most that one input allocated, in bytes.</summary>
    public long Largest { get; private set; }

    /// <param name="from">The number of the first input.</param>
    /// <param name="count">How many.</param>
    /// <param name="before">Hears the number of each input before it is tried; null if nobody needs to.</param>
    public void Try(long from, long count, Action<long>? before = null)
    {
        for (var number = from; number < from + count; number++)
        {
            before?.Invoke(number);
            var input = Input(number);
            Tried++;
            if (Problem(input) is not { } problem)
                continue;
            Failed++;
            var failure = new FuzzFailure(target.Name, number, input, problem);
            if (Failures.Count < MostFailures && _kinds.Add(failure.Kind))
                Failures.Add(failure);
        }
    }

    /// <summary>The input of a number.</summary>
    public byte[] Input(long number) => target.Inputs.Make(FuzzRandom.For(seed, target.Name, number));

    private string? Problem(byte[] input)
    {
        var (problem, time, bytes) = Once(input);
        if (problem is null && time > limits.Time)
            time = Once(input).Time;
        if (time > Slowest)
            Slowest = time;
        Largest = Math.Max(Largest, bytes);
        if (problem is not null)
            return problem;
        if (time > limits.Time)
            return FormattableString.Invariant($"took {time.TotalSeconds:F1} s");
        return bytes > limits.Bytes ? FormattableString.Invariant($"allocated {bytes / 1e6:F0} MB") : null;
    }

    private (string? Problem, TimeSpan Time, long Bytes) Once(byte[] input)
    {
        var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        string? problem = null;
        try
        {
            target.Try(input);
        }
        catch (Exception failure)
        {
            problem = failure.ToString();
        }

        return (problem, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
