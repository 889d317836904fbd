using System.Collections.Concurrent;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>What readers and editors met since somebody last took the count. Any thread may add.</summary>
internal sealed class SoakCount
{
    private readonly ConcurrentQueue<string> _faults = new();
    private ConcurrentQueue<double> _times = new();

    /// <summary>Everything that went wrong so far, in words.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    /// <summary>An answer came as it should.</summary>
    public void Answered(double milliseconds) => _times.Enqueue(milliseconds);

    public void Fault(string what) => _faults.Enqueue(what);

    /// <summary>The times of answers since the last call, the shortest first.</summary>
    public double[] Take()
    {
        double[] times = [.. Interlocked.Exchange(ref _times, new())];
        Array.Sort(times);
        return times;
    }
}
