using System.Diagnostics;

namespace Kiosk.Benchmarks;

/// <summary>How a number of requests went.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Processor">Milliseconds of the server's processor time for each request; 0 if nobody counted.</param>
/// <param name="Kilobytes">Of an answer, as it goes over the wire.</param>
internal readonly record struct Load(double P50, double P95, double PerSecond, double Processor, double Kilobytes)
{
    /// <summary>Asks, a number of times at once.</summary>
    /// <param name="requests">How many in all.</param>
    /// <param name="atOnce">Readers, each of whom waits for her answer before she asks again.</param>
    /// <param name="asking">The request of this number.</param>
    /// <param name="processor">What the server has computed so far.</param>
    public static async Task<Load> MeasureAsync(HttpClient client, int requests, int atOnce, Func<int, HttpRequestMessage> asking, Func<TimeSpan> processor)
    {
        var (times, bytes, next) = (new double[requests], 0L, -1);
        var (used, start) = (processor(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < requests; number = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                Interlocked.Add(ref bytes, await AskAsync(client, asking(number)));
                times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        Array.Sort(times);
        return new Load(times[requests / 2], times[requests * 95 / 100], requests / elapsed.TotalSeconds, (processor() - used).TotalMilliseconds / requests, bytes / 1024.0 / requests);
    }

    private static async Task<int> AskAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        using (var answer = await client.SendAsync(request))
        {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
    }
}
