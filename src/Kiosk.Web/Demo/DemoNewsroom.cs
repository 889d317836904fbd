using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Kiosk.Web.Demo;

/// <summary>
/// A small newsroom on the loopback address: invented sources with real feeds, pages, robots.txt and sitemap, so that the kiosk can be
/// seen and tested without the internet. Articles are dated relative to its start.
/// </summary>
internal sealed class DemoNewsroom : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly TimeProvider _time;
    private ImmutableDictionary<string, DemoArticle> _articles;

    private DemoNewsroom(WebApplication server, TimeProvider time)
    {
        _server = server;
        _time = time;
        _articles = DemoArchive.Read(Now()).ToImmutableDictionary(article => article.Path);
    }

    /// <summary>Where it listens, for instance <c>http://127.0.0.1:40123</c>, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The text of a feeds.json with the demo's topics and sources.</summary>
    public string FeedsJson => DemoFeedsFile.Write(Address);

    public IReadOnlyList<DemoSource> Sources => DemoSource.All;

    /// <summary>A source's articles, newest first; undated ones last.</summary>
    public IReadOnlyList<DemoArticle> ArticlesOf(string source) =>
        [.. _articles.Values.Where(article => article.Source == source)
            .OrderByDescending(article => article.Published).ThenBy(article => article.Slug, StringComparer.Ordinal)];

    /// <summary>Starts the newsroom on a free port of 127.0.0.1.</summary>
    public static async Task<DemoNewsroom> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        // The empty builder reads no configuration and logs nothing, so no setting of the kiosk itself can reach the newsroom.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var newsroom = new DemoNewsroom(server, time);
        server.Run(newsroom.AnswerAsync);
        await server.StartAsync(cancellationToken);
        newsroom.Address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return newsroom;
    }

    /// <summary>
    /// Adds an article, or replaces the one at the same address, which then counts as changed now. The feeds show it at once.
    /// </summary>
    /// <exception cref="ArgumentException">The newsroom has no such source.</exception>
    public void Publish(DemoArticle article)
    {
        if (DemoSource.All.All(source => source.Id != article.Source))
            throw new ArgumentException($"The newsroom has no source '{article.Source}'.", nameof(article));

        ImmutableInterlocked.AddOrUpdate(ref _articles, article.Path, article, (_, _) => article with { Updated = Now() });
    }

    /// <summary>Changes an article that stands already.</summary>
    /// <exception cref="KeyNotFoundException">There is no such article.</exception>
    public void Change(string source, string slug, Func<DemoArticle, DemoArticle> change) =>
        Publish(change(_articles[$"/{source}/{slug}"]));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private Task AnswerAsync(HttpContext context) => DemoAnswer.For(context.Request.Path.Value ?? "/", this).SendAsync(context);
}
