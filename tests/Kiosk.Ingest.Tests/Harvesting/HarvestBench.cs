using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>The real pipeline between a local web server and a fresh archive, with a clock that the test moves.</summary>
internal sealed class HarvestBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private HarvestBench(TestArchive archive, LoopbackServer server, ManualTime time, string node)
    {
        (Archive, Server, Time) = (archive, server, time);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kiosk:Fetch:AllowedPrivateHosts"] = server.Host,
            ["Kiosk:Fetch:HostGapSeconds"] = "0",
            ["Kiosk:Fetch:TimeoutSeconds"] = "20",
        }).Build();
        // Fetching keeps real time: its limits are about real servers.
        var fetching = new ServiceCollection().AddKioskFetching(configuration).BuildServiceProvider();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(archive.Factory)
            .AddSingleton(new HarvestOptions { Node = node })
            .AddSingleton(_ => fetching.GetRequiredService<PoliteFetcher>())
            .AddSingleton(new SourceReader(time, new ReadingLimits { RulingGap = TimeSpan.Zero }))
            .AddSingleton<Archive>().AddSingleton<SourceClaims>().AddSingleton<VisitBook>().AddSingleton<ArticlePages>().AddSingleton<SourceHarvest>().AddSingleton<HarvestRound>().AddSingleton<SourceTrial>()
            .BuildServiceProvider();
    }

    public TestArchive Archive { get; }

    public LoopbackServer Server { get; }

    public ManualTime Time { get; }

    public HarvestRound Round => _services.GetRequiredService<HarvestRound>();

    public SourceTrial Trial => _services.GetRequiredService<SourceTrial>();

    public SourceClaims Claims => _services.GetRequiredService<SourceClaims>();

    public static async Task<HarvestBench> StartAsync(StorageKind kind = StorageKind.Sqlite)
    {
        var time = new ManualTime();
        return new HarvestBench(await TestArchive.CreateAsync(kind, time), await LoopbackServer.StartAsync(), time, "node-1");
    }

    /// <summary>Another node on the same archive.</summary>
    public HarvestBench AnotherNode(string node) => new(Archive, Server, Time, node);

    /// <summary>Adds a source that reads a path of the server.</summary>
    public async Task<Source> AddSourceAsync(string path, Action<Source>? change = null)
    {
        var source = Sample.Source(path.Trim('/').Replace('/', '-').Replace('.', '-'));
        (source.Url, source.NextCheckAt) = (Server.Url(path), Time.GetUtcNow());
        change?.Invoke(source);
        await using var db = Archive.Open();
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        return source;
    }

    /// <summary>Moves the clock far enough for every source to be due, and harvests.</summary>
    public async Task<IReadOnlyList<Visit>> HarvestAsync(TimeSpan? later = null)
    {
        Time.Advance(later ?? TimeSpan.FromHours(2));
        return await Round.RunDueAsync(visited: null, TestContext.Current.CancellationToken);
    }

    /// <summary>As <see cref="HarvestAsync"/>, where one source is due.</summary>
    public async Task<Visit> HarvestOneAsync(TimeSpan? later = null) => Assert.Single(await HarvestAsync(later));

    public async Task<List<Article>> ArticlesAsync()
    {
        await using var db = Archive.Open();
        return await db.Articles.Include(article => article.Topics).Include(article => article.Aliases).OrderBy(article => article.Id).ToListAsync();
    }

    public async Task<Source> SourceAsync(int id)
    {
        await using var db = Archive.Open();
        return await db.Sources.SingleAsync(source => source.Id == id);
    }

    public async Task<int> ChangesAsync()
    {
        await using var db = Archive.Open();
        return (await ChangeFeed.ReadAsync(db, new ChangePosition(0, 0), 100_000)).ArticleIds.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        await Archive.DisposeAsync();
    }
}
