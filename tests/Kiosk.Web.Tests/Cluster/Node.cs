using Kiosk.Testing;
using Kiosk.Web.Tests.CommandLine;

namespace Kiosk.Web.Tests.Cluster;

/// <summary>One kiosk of several on one database, as a process with a directory of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-node-").FullName;
    private readonly KioskProcess _process;
    private readonly Uri _address;
    private PagePoll? _poll;

    public Node(string feeds, IReadOnlyDictionary<string, string> settings)
    {
        _address = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/");
        File.WriteAllText(Path.Combine(_directory, "feeds.json"), feeds);
        _process = KioskProcess.Start(_directory, settings, "serve", "--urls", _address.AbsoluteUri);
    }

    public bool IsKilled { get; private set; }

    /// <summary>The page that is asked ten times a second, from when the node was ready until it was killed.</summary>
    public PagePoll Poll => _poll!;

    /// <summary>Names of letters that it sent.</summary>
    public IReadOnlyList<string> Letters => Directory.Exists(Outbox) ? [.. Directory.GetFiles(Outbox, "weekbrief*.eml").Select(file => Path.GetFileName(file))] : [];

    private string Outbox => Path.Combine(_directory, "data", "outbox");

    /// <summary>Whether this node goes by that name in a lease.</summary>
    public bool Is(string owner) => owner.Split('/')[0].EndsWith($":{_process.Id}", StringComparison.Ordinal);

    public async Task ReadyAsync()
    {
        var ready = new PagePoll(new Uri(_address, "healthz/ready"));
        for (var waited = 0; ready.Given == 0 && waited < 1200; waited++)
        {
            if (_process.HasExited)
                Assert.Fail("A node did not start: " + (await _process.SaidAsync()));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(ready.Given > 0, "A node was not ready in two minutes.");
        await ready.DisposeAsync();
        _poll = new PagePoll(_address);
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        IsKilled = true;
        if (_poll is not null)
            await _poll.DisposeAsync();
        _process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsKilled)
            await KillAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
