using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kiosk.Testing;
using Npgsql;

namespace Kiosk.Benchmarks.TtRss;

/// <summary>
/// Tiny Tiny RSS as Debian packages it (tt-rss, php8.2-fpm, nginx, PostgreSQL), for one reader, with eight PHP processes: what it takes to give the same list and the same article
/// as JSON by its own API. PHP's opcode cache is on, as it is by default.
/// </summary>
/// <remarks>apt-get install --no-install-recommends dbconfig-no-thanks tt-rss php8.2-fpm php8.2-pgsql php8.2-mbstring php8.2-xml php8.2-intl nginx-light</remarks>
internal sealed class TtRssServer : IAsyncDisposable
{
    private const string Program = "/usr/share/tt-rss/www";
    private const string Fpm = "/usr/sbin/php-fpm8.2";
    private const string Nginx = "/usr/sbin/nginx";
    private const int ListLength = 30;

    private readonly TtRssDatabase _database;
    private readonly string _folder;
    private readonly List<Process> _processes = [];
    private string _session = "";

    private TtRssServer(TtRssDatabase database, string folder, HttpClient client) => (_database, _folder, Client) = (database, folder, client);

    public HttpClient Client { get; }

    /// <summary>Null, and a line that says why, if this machine lacks something of it.</summary>
    public static async Task<TtRssServer?> TryStartAsync(int articles)
    {
        var missing = new[] { Program, Fpm, Nginx }.Where(path => !Path.Exists(path)).ToList();
        if (missing.Count > 0 || Environment.GetEnvironmentVariable("KIOSK_TEST_POSTGRES") is not { Length: > 0 } postgres)
        {
            Console.WriteLine($"no tt-rss: {(missing.Count > 0 ? string.Join(", ", missing) + " is not installed" : "KIOSK_TEST_POSTGRES is not set")}");
            return null;
        }

        var (folder, port) = (Directory.CreateTempSubdirectory("kiosk-ttrss-").FullName, LoopbackPort.Free());
        var database = await TtRssDatabase.CreateAsync(postgres, articles);
#pragma warning disable RS0030 // A client of a peer, not the kiosk: it must not be guarded.
        var server = new TtRssServer(database, folder, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(1) });
#pragma warning restore RS0030
        server.WriteFiles(port);
        server._processes.Add(Process.Start(new ProcessStartInfo(Fpm, ["-R", "-y", Path.Combine(folder, "fpm.conf")]) { UseShellExecute = false, RedirectStandardError = true })!);
        server._processes.Add(Process.Start(new ProcessStartInfo(Nginx, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")]) { UseShellExecute = false, RedirectStandardError = true })!);
        await server.SignInAsync();
        return server;
    }

    /// <summary>The newest pieces of all feeds, as Vandaag shows some.</summary>
    public HttpRequestMessage Newest() => Asking($$"""{"op":"getHeadlines","sid":"{{_session}}","feed_id":-4,"limit":{{ListLength}},"show_excerpt":true,"order_by":"feed_dates"}""");

    public HttpRequestMessage Article(int number) => Asking($$"""{"op":"getArticle","sid":"{{_session}}","article_id":{{number.ToString(CultureInfo.InvariantCulture)}}}""");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static HttpRequestMessage Asking(string json) => new(HttpMethod.Post, "api/index.php") { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private async Task SignInAsync()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await Task.Delay(200);
            try
            {
                using var answer = await Client.SendAsync(Asking("""{"op":"login","user":"admin","password":""}"""));
                using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                if (json.RootElement.GetProperty("content").TryGetProperty("session_id", out var session))
                {
                    _session = session.GetString()!;
                    return;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or JsonException)
            {
                // Not there yet.
            }
        }

        throw new InvalidOperationException($"tt-rss let nobody in; its logs stand in {_folder}.");
    }

    private void WriteFiles(int port)
    {
        Copy(Program, Path.Combine(_folder, "www"));
        foreach (var folder in new[] { "sessions", "lock", "icons", "cache", "cache/images", "cache/upload", "cache/export", "cache/js", "cache/feeds", "cache/simplepie" })
            Directory.CreateDirectory(Path.Combine(_folder, folder));
        var words = _database.Settings.Concat([
            new("folder", _folder), new("account", Environment.UserName), new("listen", port.ToString(CultureInfo.InvariantCulture)), new("address", Client.BaseAddress!.AbsoluteUri)]);
        foreach (var (name, to) in new[] { ("config.php", "www/config.php"), ("fpm.conf", "fpm.conf"), ("nginx.conf", "nginx.conf") })
            File.WriteAllText(Path.Combine(_folder, to), words.Aggregate(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TtRss", name)), (text, word) => text.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal)));
    }

    /// <summary>What is a link there leads to settings of the machine, and is left out.</summary>
    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => entry.LinkTarget is null || entry.Name is not ("config.php" or "feed-icons")))
        {
            if (Directory.Exists(entry.FullName))
                Copy(entry.FullName, Path.Combine(to, entry.Name));
            else
                File.Copy(entry.FullName, Path.Combine(to, entry.Name));
        }
    }
}
