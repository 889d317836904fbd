using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Search;
using Kiosk.Web.Demo;
using Kiosk.Web.Hosting;
using Kiosk.Web.Reading;
using Kiosk.Web.Tests.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Browser.Tests;

/// <summary>The real kiosk on a port of its own, reading from the demo newsroom.</summary>
internal sealed class RunningKiosk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _door = new(1);
    private readonly DemoKiosk _demo;
    private readonly WebApplication _app;

    private RunningKiosk(DemoKiosk demo, WebApplication app) => (_demo, _app) = (demo, app);

    /// <summary>By name, since passkeys know no hosts that are mere numbers.</summary>
    public string Address => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <param name="harvest">False leaves the kiosk as it is before its first harvest.</param>
    /// <param name="more">Further settings.</param>
    public static async Task<RunningKiosk> StartAsync(bool harvest, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Warning",
            [$"{KioskOptions.Section}:{nameof(KioskOptions.Harvest)}"] = harvest.ToString(),
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        var demo = await DemoKiosk.StartAsync(settings, CancellationToken.None);
        var kiosk = new RunningKiosk(demo, KioskHost.Build(["--urls", "http://127.0.0.1:0"], settings));
        var opening = kiosk._app.Services.GetRequiredService<Opening>();
        await opening.PrepareArchiveAsync(CancellationToken.None);
        await opening.PlantSourcesAsync(CancellationToken.None);
        await kiosk._app.StartAsync();
        return kiosk;
    }

    /// <summary>The paths of all pages that ask for nothing in their address.</summary>
    public IReadOnlyList<string> PlainPages => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.Parameters.Count == 0)
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/')}").Distinct()];

    /// <summary>Until every article of the newsroom can be found.</summary>
    public async Task WaitForArticlesAsync()
    {
        var expected = DemoArchive.Read(TimeProvider.System.GetUtcNow()).Count;
        var index = _app.Services.GetRequiredService<SearchIndex>();
        using var deadline = new CancellationTokenSource(Patience);
        while (index.Count < expected)
            await Task.Delay(100, deadline.Token);
    }

    /// <summary>The path at which the kiosk shows an article of the newsroom.</summary>
    /// <param name="demoPath">For instance <c>/planbureau/02-kosten-van-wachten</c>.</param>
    public async Task<string> PathOfAsync(string demoPath)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        var article = await db.Articles.SingleAsync(article => article.Url.EndsWith(demoPath));
        return Links.Article(article.Id, article.Title);
    }

    /// <summary>Somebody with this role signs in, on a device of her own.</summary>
    public async Task<Microsoft.Playwright.Cookie> SignInAsync(Role role)
    {
        // One at a time: the first of a role makes its account.
        await _door.WaitAsync();
        try
        {
            var cookie = await SignedIn.CookieAsync(_app.Services, role);
            return new() { Name = cookie.Name, Value = cookie.Value, Url = Address };
        }
        finally
        {
            _door.Release();
        }
    }

    public T Of<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Its archive.</summary>
    public Task<KioskDb> OpenAsync() => _app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _demo.DisposeAsync();
        _door.Dispose();
    }
}
