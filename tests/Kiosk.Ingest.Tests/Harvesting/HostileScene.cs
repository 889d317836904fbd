using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kiosk.Data;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>
/// A hostile source and an honest one, harvested in one round. The hostile one may answer over HTTP, or with whatever bytes it wants; and there is a
/// server inside the network that nobody may reach.
/// </summary>
internal sealed class HostileScene : IAsyncDisposable
{
    private Func<Stream, CancellationToken, Task> _bytes = static (_, _) => Task.CompletedTask;

    private HostileScene()
    {
    }

    /// <summary>Answers over HTTP, and may be visited.</summary>
    public LoopbackServer Web => Bench.Server;

    /// <summary>Must never be visited. Whoever does gets a feed.</summary>
    public LoopbackServer Inside { get; private set; } = null!;

    /// <summary>The addresses that names lead to; the last answer is given for ever.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> Names { get; } = new();

    private HarvestBench Bench { get; set; } = null!;

    private RawServer Raw { get; set; } = null!;

    public static async Task<HostileScene> StartAsync(StorageKind kind, (string Entry, string Value)[] settings)
    {
        var scene = new HostileScene { Inside = await LoopbackServer.StartAsync() };
        scene.Raw = RawServer.Start((stream, cancellation) => scene._bytes(stream, cancellation));
        scene.Inside.Serve("/", Rss.Feed(Rss.Item("Geheim van binnen", "https://binnen.example/")), Rss.Type);
        scene.Bench = await HarvestBench.StartAsync(kind, pdfPrograms: null, scene.ResolveAsync, [("AllowedPrivateHosts", scene.Raw.Host), .. settings]);
        scene.Web.Serve("/goed.xml", Rss.Feed(Rss.Item("Eerlijk stuk", "https://eerlijk.example/1")), Rss.Type);
        return scene;
    }

    /// <summary>Sends a text and closes the connection.</summary>
    public string Bytes(string latin1) => Bytes(async (stream, cancellation) => await stream.WriteAsync(Encoding.Latin1.GetBytes(latin1), cancellation));

    /// <summary>Sends whatever, to each connection.</summary>
    public string Bytes(Func<Stream, CancellationToken, Task> send)
    {
        _bytes = send;
        return Raw.Url;
    }

    /// <summary>Serves a feed, or what should be one.</summary>
    public string Feed(string text, string type = Rss.Type)
    {
        Web.Serve("/feed", text, type);
        return Web.Url("/feed");
    }

    /// <summary>Harvests the hostile source and then the honest one, in one round, and reads the pages behind what came.</summary>
    public async Task<HostileEnding> HarvestAsync(string url, SourceFormat format)
    {
        var hostile = await Bench.AddSourceAsync("/vijandig", source => (source.Url, source.Format) = (url, format));
        var honest = await Bench.AddSourceAsync("/goed.xml");
        var before = GC.GetTotalAllocatedBytes();
        var visits = await Bench.HarvestAsync().WaitAsync(Hang.After);
        await Bench.Pages.RunDueAsync(visited: null, CancellationToken.None).WaitAsync(Hang.After);
        var allocated = GC.GetTotalAllocatedBytes() - before;
        await using var db = Bench.Archive.Open();
        return new HostileEnding
        {
            Log = await db.HarvestRuns.SingleAsync(run => run.SourceId == hostile.Id),
            Honest = visits.Single(visit => visit.SourceId == honest.Id).Outcome,
            Pages = await db.PagesToRead.Where(page => page.SourceId == hostile.Id && page.Message != null).Select(page => page.Message!).ToListAsync(),
            Articles = await db.Articles.Where(article => article.SourceId == hostile.Id).OrderBy(article => article.Id).ToListAsync(),
            Allocated = allocated,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await Raw.DisposeAsync();
        await Inside.DisposeAsync();
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        // Numbers, however dressed, and localhost are for the machine itself to read; no name is asked for outside.
        if (!Names.TryGetValue(host, out var answers))
            return host.Contains(".example", StringComparison.Ordinal) ? Task.FromResult<IPAddress[]>([]) : Dns.GetHostAddressesAsync(host, cancellation);
        return Task.FromResult(answers.Count > 1 && answers.TryDequeue(out var answer) ? answer : answers.TryPeek(out var last) ? last : []);
    }
}

/// <summary>What is left after the round.</summary>
internal sealed record HostileEnding
{
    /// <summary>The line in the log of the hostile source.</summary>
    public required HarvestRun Log { get; init; }

    /// <summary>How the visit to the honest source ended.</summary>
    public required HarvestOutcome Honest { get; init; }

    /// <summary>Why pages behind its items could not be read.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>What was stored of the hostile source.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Bytes that the round took in all, the servers' included; what is held at any moment is less.</summary>
    public required long Allocated { get; init; }
}
