using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Search;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Http;
using Kiosk.Web.Mail;
using Kiosk.Web.Operations;
using Kiosk.Web.Searching;
using Kiosk.Web.Tagging;
using Kiosk.Web.Tests.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kiosk.Web.Tests.Pages;

/// <summary>The kiosk's pages over an archive and an index of their own.</summary>
public sealed class TestKiosk : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-pages").FullName;
    private readonly WebApplication _app;

    private TestKiosk(Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddKioskData(new StorageOptions { DataDirectory = _directory });
        builder.Services.AddKioskAccounts();
        builder.Services.AddKioskMail();
        builder.Services.AddDigests();
        builder.Services.AddSingleton(_ => SearchIndex.Open(Path.Combine(_directory, "search.db"), "archive"));
        builder.Services.AddKioskFetching(builder.Configuration);
        builder.Services.AddSearching();
        builder.Services.AddTagging();
        builder.Services.AddKioskHarvesting();
        builder.Services.AddKioskOperations();
        builder.Services.AddKioskPages();
        configure?.Invoke(builder);
        _app = builder.Build();
        _app.MapKioskPages();
    }

    public ManualTime Time { get; } = new(Now);

    public IServiceProvider Services => _app.Services;

    public string DataDirectory => _directory;

    public SearchIndex Index => _app.Services.GetRequiredService<SearchIndex>();

    /// <summary>A kiosk with what <paramref name="fill"/> puts in its archive and, unless told otherwise, its index.</summary>
    public static async Task<TestKiosk> StartAsync(Action<KioskDb>? fill = null, bool withSchema = true, bool withIndex = true, Action<WebApplicationBuilder>? configure = null)
    {
        var kiosk = new TestKiosk(configure);
        if (withSchema)
            await NewestSchema.LayAsync(kiosk._directory);
        if (fill is not null)
            kiosk.Fill(fill, withIndex);
        else if (withIndex)
            kiosk.Index.Apply([], [], new FeedPosition(0, 0));
        await kiosk._app.StartAsync();
        return kiosk;
    }

    public void Fill(Action<KioskDb> fill, bool withIndex = true)
    {
        using var db = _app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
        fill(db);
        db.SaveChanges();
        if (withIndex)
            Index.Apply([.. Visible(db)], [], new FeedPosition(0, 1));
    }

    /// <summary>A browser that keeps cookies; nobody is signed in.</summary>
    public TestVisitor Visitor(Uri? address = null) => new(_app.GetTestServer(), address);

    /// <summary>A browser in which somebody with this role is signed in: see <see cref="SignedIn"/>.</summary>
    public async Task<TestVisitor> SignedInAsync(Role role, string? email = null, bool secondFactor = true)
    {
        var visitor = Visitor();
        visitor.Cookies.Add(visitor.Address, await SignedIn.CookieAsync(_app.Services, role, email, secondFactor));
        return visitor;
    }

    /// <summary>Everything that can be asked for.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    /// <summary>For requests that no client can make: from another address, say.</summary>
    public TestServer Server => _app.GetTestServer();

    public HttpClient Client() => _app.GetTestClient();

    public async Task<HttpResponseMessage> GetAsync(string path) => await Client().GetAsync(new Uri(path, UriKind.Relative));

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static IEnumerable<IndexedArticle> Visible(KioskDb db) => db.Articles
        .Include(article => article.Source).Include(article => article.Topics).ThenInclude(link => link.Topic)
        .Where(article => article.State == ArticleState.Visible).ToList()
        .Select(article => new IndexedArticle
        {
            Id = article.Id,
            Title = article.Title,
            Lead = article.Lead,
            Body = article.BodyText,
            Url = article.Url,
            Published = article.PublishedAt,
            Kind = Names.Of(article.Kind),
            Source = article.Source!.Slug,
            SourceName = article.Source.Name,
            Topics = [.. article.Topics.Select(link => link.Topic!.Slug)],
            TopicNames = [.. article.Topics.Select(link => link.Topic!.Name)],
            Authors = article.Authors,
        });
}
