using Kiosk.Ingest.Fetching;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Demo;

/// <summary>A newsroom and a temporary data directory, and the settings that make a kiosk read the one into the other.</summary>
internal sealed class DemoKiosk : IAsyncDisposable
{
    private readonly DemoNewsroom _newsroom;
    private readonly string _directory;

    private DemoKiosk(DemoNewsroom newsroom, string directory) => (_newsroom, _directory) = (newsroom, directory);

    /// <summary>Starts the newsroom and points <paramref name="settings"/> at it. A data directory that was asked for is kept; feeds are always the newsroom's.</summary>
    public static async Task<DemoKiosk> StartAsync(Dictionary<string, string?> settings, CancellationToken cancellation)
    {
        var newsroom = await DemoNewsroom.StartAsync(TimeProvider.System, cancellation);
        var directory = Directory.CreateTempSubdirectory("kiosk-demo-").FullName;
        var feeds = Path.Combine(directory, "feeds.json");
        await File.WriteAllTextAsync(feeds, newsroom.FeedsJson, cancellation);
        settings.TryAdd($"{KioskOptions.Section}:{nameof(KioskOptions.DataDirectory)}", directory);
        settings[$"{KioskOptions.Section}:{nameof(KioskOptions.Feeds)}"] = feeds;
        settings[$"{FetchOptions.Section}:{nameof(FetchOptions.AllowedPrivateHosts)}"] = new Uri(newsroom.Address).Authority;
        settings[$"{FetchOptions.Section}:{nameof(FetchOptions.Contact)}"] = newsroom.Address;
        return new DemoKiosk(newsroom, directory);
    }

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(_directory, recursive: true);
        }
        catch (IOException)
        {
            // Something still holds a file; the system clears its temporary directory in time.
        }
    }
}
