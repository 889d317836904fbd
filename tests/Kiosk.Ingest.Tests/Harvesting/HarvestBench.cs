using Kiosk.Data;
using Kiosk.Data.Changes;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Harvesting;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Reports;
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

    private HarvestBench(TestArchive archive, LoopbackServer server, ManualTime time, string node, string? pdfPrograms, ResolveHost? resolve, (string Entry, string Value)[] settings)
    {
        (Archive, Server, Time) = (archive, server, time);
        var entries = new Dictionary<string, string?>
        {
            ["AllowedPrivateHosts"] = server.Host,
            ["HostGapSeconds"] = "0",
            ["TimeoutSeconds"] = "20",
        };
        foreach (var (entry, value) in settings)
            entries[entry] = entry == "AllowedPrivateHosts" ? $"{server.Host},{value}" : value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create("Kiosk:Fetch:" + entry.Key, entry.Value))).Build();
        // Fetching keeps real time: its limits are about real servers.
        var collection = new ServiceCollection();
        if (resolve is not null)
            collection.AddSingleton(resolve);
        var fetching = collection.AddKioskFetching(configuration).AddSingleton(archive.Factory).AddSingleton<RobotsShelf>().BuildServiceProvider();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(archive.Factory)
            .AddSingleton(new HarvestOptions { Node = node })
            .AddSingleton(_ => fetching.GetRequiredService<PoliteFetcher>())
            .AddSingleton(new SourceReader(time, new ReadingLimits { RulingGap = TimeSpan.Zero }))
            .AddSingleton(_ => new PdfReader(new PdfLimits { Time = TimeSpan.FromSeconds(10) }, TimeProvider.System, pdfPrograms))
            .AddKioskHarvesting()
            .BuildServiceProvider();
    }

    public TestArchive Archive { get; }

    public LoopbackServer Server { get; }

    public ManualTime Time { get; }

    public HarvestRound Round => _services.GetRequiredService<HarvestRound>();

    public PageRound Pages => _services.GetRequiredService<PageRound>();

    public SourceTrial Trial => _services.GetRequiredService<SourceTrial>();

    public SourceClaims Claims => _services.GetRequiredService<SourceClaims>();

    /// <param name="kind">Where the archive is kept.</param>
    /// <param name="pdfPrograms">Where the programs that read reports are looked for; null for PATH.</param>
    /// <param name="resolve">Who finds addresses; null for the machine itself.</param>
    /// <param name="settings">Entries of <c>Kiosk:Fetch</c>; private hosts are let in beside the server's own.</param>
    public static async Task<HarvestBench> StartAsync(StorageKind kind = StorageKind.Sqlite, string? pdfPrograms = null, ResolveHost? resolve = null, params (string Entry, string Value)[] settings)
    {
        var time = new ManualTime();
        return new HarvestBench(await TestArchive.CreateAsync(kind, time), await LoopbackServer.StartAsync(), time, "node-1", pdfPrograms, resolve, settings);
    }

    /// <summary>Another node on the same archive.</summary>
    public HarvestBench AnotherNode(string node) => new(Archive, Server, Time, node, pdfPrograms: null, resolve: null, settings: []);

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

    /// <summary>Reads the pages that are due.</summary>
    public Task<PageTally> ReadPagesAsync(TimeSpan? later = null)
    {
        Time.Advance(later ?? TimeSpan.Zero);
        return Pages.RunDueAsync(visited: null, TestContext.Current.CancellationToken);
    }

    /// <summary>The pages on the list, in the order in which they came.</summary>
    public async Task<List<PageToRead>> PagesAsync()
    {
        await using var db = Archive.Open();
        return await db.PagesToRead.OrderBy(page => page.Id).ToListAsync();
    }

    public async Task<List<Article>> ArticlesAsync()
    {
        await using var db = Archive.Open();
        return await db.Articles.Include(article => article.Topics).Include(article => article.Aliases).Include(article => article.Event).OrderBy(article => article.Id).ToListAsync();
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
