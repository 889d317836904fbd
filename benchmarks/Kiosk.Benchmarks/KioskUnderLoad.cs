using System.Diagnostics;
using Kiosk.Web.Hosting;

namespace Kiosk.Benchmarks;

/// <summary>The kiosk as a process of its own, and readers who ask it for pages.</summary>
internal sealed class KioskUnderLoad : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private KioskUnderLoad(Process process, HttpClient client) => (_process, _client) = (process, client);

    /// <summary>No source is visited: what is measured is reading.</summary>
    public static Dictionary<string, string?> Settings(string directory) => new()
    {
        [$"{KioskOptions.Section}:{nameof(KioskOptions.DataDirectory)}"] = directory,
        [$"{KioskOptions.Section}:{nameof(KioskOptions.Feeds)}"] = Feeds(directory),
        [$"{KioskOptions.Section}:{nameof(KioskOptions.Harvest)}"] = "false",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    public static async Task<KioskUnderLoad> StartAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kiosk.dll"), "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in Settings(directory))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("open: ") is not [_, var rest])
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            var address = new Uri(rest.Split(' ')[0]);
#pragma warning disable RS0030 // A browser, not the kiosk: it must not be guarded.
            var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
#pragma warning restore RS0030
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            return new KioskUnderLoad(process, client);
        }

        throw new InvalidOperationException("The kiosk did not open.");
    }

    /// <summary>Asks for pages, a number of them at once.</summary>
    /// <param name="requests">How many in all.</param>
    /// <param name="atOnce">Readers, each of whom waits for her answer before she asks again.</param>
    public async Task<Load> LoadAsync(int requests, int atOnce, Func<int, string> path, Func<int, string?> cookie)
    {
        var (times, bytes, next) = (new double[requests], 0L, -1);
        _process.Refresh();
        var (processor, start) = (_process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < requests; number = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                Interlocked.Add(ref bytes, await AskAsync(path(number), cookie(number)));
                times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        _process.Refresh();
        Array.Sort(times);
        return new Load(
            times[requests / 2], times[requests * 95 / 100], requests / elapsed.TotalSeconds,
            (_process.TotalProcessorTime - processor).TotalMilliseconds / requests, bytes / 1024.0 / requests);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Feeds(string directory)
    {
        var file = Path.Combine(directory, "feeds.json");
        File.WriteAllText(file, """{ "topics": [], "sources": [] }""");
        return file;
    }

    private async Task<int> AskAsync(string path, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}

/// <summary>How a number of requests went.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Processor">Milliseconds of the kiosk's processor time for each request.</param>
/// <param name="Kilobytes">Of an answer, as it goes over the wire.</param>
internal readonly record struct Load(double P50, double P95, double PerSecond, double Processor, double Kilobytes);
