using Kiosk.Ingest.Fetching;
using Kiosk.Testing;
using Kiosk.Web.Images;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kiosk.Web.Tests.Images;

public sealed class ImageProxyTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-images-").FullName;
    private readonly ManualTime _time = new();
    private LoopbackServer _server = null!;
    private ServiceProvider _services = null!;
    private ImageProxy _proxy = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = _server.Host }).Build();
        _services = new ServiceCollection().AddLogging().AddKioskFetching(configuration).BuildServiceProvider();
        _proxy = new ImageProxy(_services.GetRequiredService<Fetcher>(), Store(), _time, new NeverStopping());
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Dispose();
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_picture_is_fetched_once_and_then_comes_from_disk()
    {
        _server.Serve("/a.png", Pictures.Png(40, 30), "text/plain");

        var first = await BytesAsync("/a.png");
        var second = await BytesAsync("/a.png");

        Assert.Equal(Pictures.Png(40, 30), first);
        Assert.Equal(first, second);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Many_readers_at_once_cost_one_fetch()
    {
        var mayAnswer = new TaskCompletionSource();
        _server.Map("/a.png", async context =>
        {
            await mayAnswer.Task;
            await context.Response.Body.WriteAsync(Pictures.Png(40, 30));
        });

        var readers = Enumerable.Range(0, 20).Select(_ => BytesAsync("/a.png")).ToList();
        mayAnswer.SetResult();

        Assert.All(await Task.WhenAll(readers), Assert.NotNull);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_reader_who_leaves_does_not_break_the_fetch_off_for_the_next()
    {
        var mayAnswer = new TaskCompletionSource();
        _server.Map("/a.png", async context =>
        {
            await mayAnswer.Task;
            await context.Response.Body.WriteAsync(Pictures.Png(40, 30), context.RequestAborted);
        });
        using var leaving = new CancellationTokenSource();
        var left = _proxy.OpenAsync(_server.Url("/a.png"), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        mayAnswer.SetResult();

        Assert.NotNull(await BytesAsync("/a.png"));
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'></svg>", "image/svg+xml")]
    [InlineData("<html>Cookies?</html>", "image/jpeg")]
    public async Task What_is_no_picture_is_not_shown_whatever_it_is_called(string content, string contentType)
    {
        _server.Serve("/a.jpg", content, contentType);

        Assert.Null(await BytesAsync("/a.jpg"));
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_not_shown()
    {
        _server.Serve("/a.png", Pictures.Png(400, 300, length: 9_000_000), "image/png");

        Assert.Null(await BytesAsync("/a.png"));
    }

    [Fact]
    public async Task A_picture_that_leads_into_the_network_of_the_kiosk_is_not_fetched()
    {
        await using var inside = await LoopbackServer.StartAsync();
        inside.Serve("/secret.png", Pictures.Png(40, 30), "image/png");
        _server.Redirect("/a.png", StatusCodes.Status302Found, inside.Url("/secret.png"));

        Assert.Null(await BytesAsync("/a.png"));
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task An_address_without_a_picture_is_left_alone_for_an_hour()
    {
        await BytesAsync("/later.png");
        _server.Serve("/later.png", Pictures.Png(40, 30), "image/png");

        Assert.Null(await BytesAsync("/later.png"));
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull(await BytesAsync("/later.png"));
    }

    [Fact]
    public async Task An_old_picture_is_fetched_anew_and_stays_if_that_fails()
    {
        _server.Serve("/a.png", Pictures.Png(40, 30), "image/png");
        await BytesAsync("/a.png");
        _time.Advance(TimeSpan.FromDays(31));
        _server.Serve("/a.png", "weg", "text/plain");

        Assert.Equal(Pictures.Png(40, 30), await BytesAsync("/a.png"));
        Assert.Equal(Pictures.Png(40, 30), await BytesAsync("/a.png"));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task The_longest_unused_pictures_make_room()
    {
        using var small = new ImageProxy(_services.GetRequiredService<Fetcher>(), Store(limit: 10_000), _time, new NeverStopping());
        for (var picture = 0; picture < 12; picture++)
        {
            _server.Serve($"/{picture}.png", Pictures.Png(40, 30, length: 1_000), "image/png");
            await using var opened = await small.OpenAsync(_server.Url($"/{picture}.png"), TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromDays(1));
            await using var first = await small.OpenAsync(_server.Url("/0.png"), TestContext.Current.CancellationToken);
        }

        Assert.InRange(new DirectoryInfo(_directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length), 1_000, 10_000);
        Assert.Single(_server.Requests, request => request.PathAndQuery == "/0.png");
    }

    private ImageStore Store(long limit = 1_000_000) => new(_directory, limit, _time);

    private async Task<byte[]?> BytesAsync(string path)
    {
        await using var picture = await _proxy.OpenAsync(_server.Url(path), TestContext.Current.CancellationToken);
        if (picture is null)
            return null;
        using var bytes = new MemoryStream();
        await picture.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private sealed class NeverStopping : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
