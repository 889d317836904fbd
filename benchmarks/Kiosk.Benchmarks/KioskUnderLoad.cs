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

    /// <summary>The browser of all readers: it keeps no cookies and follows no redirects.</summary>
    public HttpClient Client => _client;

    /// <summary>What the kiosk holds resident now, in megabytes.</summary>
    public double Resident => ProcessMemory.Resident(_process.Id);

    /// <summary>Opens a kiosk on a data directory and waits until it gives pages.</summary>
    /// <param name="settings">As for the configuration, with colons; null takes <see cref="Settings"/>.</param>
    /// <param name="said">Called with each line of its log, from any thread; null if nobody looks.</param>
    public static async Task<KioskUnderLoad> StartAsync(string directory, IReadOnlyDictionary<string, string?>? settings = null, Action<string>? said = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kiosk.dll"), "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in settings ?? Settings(directory))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("open: ") is not [_, var rest])
                continue;
            _ = ListenAsync(process.StandardOutput, said);
            var address = new Uri(rest.Split(' ')[0]);
#pragma warning disable RS0030 // A browser, not the kiosk: it must not be guarded.
            var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
#pragma warning restore RS0030
            return new KioskUnderLoad(process, client);
        }

        throw new InvalidOperationException("The kiosk did not open.");
    }

    /// <summary>Asks for pages, a number of them at once.</summary>
    /// <param name="requests">How many in all.</param>
    /// <param name="atOnce">Readers, each of whom waits for her answer before she asks again.</param>
    public Task<Load> LoadAsync(int requests, int atOnce, Func<int, string> path, Func<int, string?> cookie) =>
        Load.MeasureAsync(_client, requests, atOnce, number => Asking(path(number), cookie(number)), () =>
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        });

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Reads to the end, whoever looks: a pipe that nobody reads fills up, and stops who writes to it.</summary>
    private static async Task ListenAsync(StreamReader log, Action<string>? said)
    {
        while (await log.ReadLineAsync() is { } line)
            said?.Invoke(line);
    }

    private static string Feeds(string directory)
    {
        var file = Path.Combine(directory, "feeds.json");
        File.WriteAllText(file, """{ "topics": [], "sources": [] }""");
        return file;
    }

    private static HttpRequestMessage Asking(string path, string? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Accept-Encoding", "br");
        return request;
    }
}
