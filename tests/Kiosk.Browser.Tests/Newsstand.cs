using Kiosk.Data;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Kiosk.Browser.Tests.Newsstand))]

namespace Kiosk.Browser.Tests;

/// <summary>One kiosk full of demo articles, one that is still empty, and one browser, for all tests. Each visit has its own cookies and cache.</summary>
public sealed class Newsstand : IAsyncLifetime
{
    /// <summary>Milliseconds that a page gets for what it should do at once, as Playwright gives to all else: other tests run on the same processors.</summary>
    private const float Patience = 30_000;

    private readonly SemaphoreSlim _deskDoor = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningKiosk? _full;
    private RunningKiosk? _empty;
    private RunningKiosk? _desk;
    private Dictionary<string, string> _paths = [];

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        _full = await RunningKiosk.StartAsync(harvest: true);
        _empty = await RunningKiosk.StartAsync(harvest: false);
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.File, Args = Chromium.Arguments });
        await _full.WaitForArticlesAsync();
        foreach (var (kind, path) in PageKinds.All)
            _paths[kind] = path.StartsWith('/') ? path : await _full.PathOfAsync($"/{path}");
    }

    /// <summary>The path of a page kind of <see cref="PageKinds"/>.</summary>
    internal string PathOf(string kind) => _paths[kind];

    /// <summary>Every page that can be opened by its name alone.</summary>
    internal IReadOnlyList<string> PlainPages => _full!.PlainPages;

    /// <summary>
    /// Lets a reader do something in the full kiosk. Whatever it is, no request may leave the kiosk, no script may fail and nothing may
    /// break the content security policy.
    /// </summary>
    internal Task VisitAsync(Reader reader, Func<IPage, Task> visit) => VisitAsync(() => _full!, reader, visit);

    /// <summary>As <see cref="VisitAsync(Reader, Func{IPage, Task})"/>, in a kiosk before its first harvest.</summary>
    internal Task VisitEmptyAsync(Reader reader, Func<IPage, Task> visit) => VisitAsync(() => _empty!, reader, visit);

    /// <summary>As <see cref="VisitAsync(Reader, Func{IPage, Task})"/>, in a kiosk that the test started.</summary>
    internal Task VisitAsync(RunningKiosk kiosk, Reader reader, Func<IPage, Task> visit) => VisitAsync(() => kiosk, reader, visit);

    /// <summary>Lets an editor do something at a desk of her own, on which <paramref name="fill"/> lays what there is to do.</summary>
    internal async Task VisitDeskAsync(Reader editor, Func<KioskDb, Task> fill, Func<IPage, Func<Task<KioskDb>>, Task> visit)
    {
        if (Chromium.Missing is { } reason)
            Assert.Skip(reason);
        await _deskDoor.WaitAsync();
        try
        {
            var desk = _desk ??= await RunningKiosk.StartAsync(harvest: false);
            await using (var db = await desk.OpenAsync())
                await fill(db);
            await VisitAsync(() => desk, editor, page => visit(page, desk.OpenAsync));
        }
        finally
        {
            _deskDoor.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        foreach (var kiosk in new[] { _full, _empty, _desk }.OfType<RunningKiosk>())
            await kiosk.DisposeAsync();
        _deskDoor.Dispose();
    }

    private async Task VisitAsync(Func<RunningKiosk> where, Reader reader, Func<IPage, Task> visit)
    {
        if (Chromium.Missing is { } reason)
            Assert.Skip(reason);
        var kiosk = where();
        await using var context = await _browser!.NewContextAsync(reader.Options(kiosk.Address));
        if (reader.Role is { } role)
            await context.AddCookiesAsync([await kiosk.SignInAsync(role)]);
        var watch = new Watch(context, kiosk.Address);
        await visit(await context.NewPageAsync());
        Assert.Empty(watch.Faults);
    }
}
