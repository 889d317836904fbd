using System.Diagnostics;

namespace Kiosk.Benchmarks;

/// <summary>How long something took, in milliseconds.</summary>
/// <param name="Median">By the clock.</param>
/// <param name="P95">By the clock.</param>
/// <param name="Processor">Processor time of this process, on average: on a busy machine the fairer figure.</param>
internal readonly record struct Timing(double Median, double P95, double Processor)
{
    /// <summary>Enough for the runtime to have compiled what is measured at its best.</summary>
    private const int WarmUp = 200;

    /// <summary>Does something for each question, again and again, after a warm-up.</summary>
    public static Timing Of(IReadOnlyList<string> questions, int rounds, Action<string> ask, int warmUp = WarmUp)
    {
        for (var round = 0; round < warmUp; round++)
            ask(questions[round % questions.Count]);
        var times = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            ask(questions[round % questions.Count]);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / rounds;
        times.Sort();
        return new Timing(times[times.Count / 2], times[times.Count * 95 / 100], used);
    }

    public override string ToString() => FormattableString.Invariant($"{Median,8:N1} {P95,8:N1} {Processor,8:N1}");
}
