using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Data;
using Kiosk.Web.Http;
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

    private TestKiosk(bool withSchema)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(Now));
        builder.Services.AddDbContextFactory<KioskDb>(options => options.UseSqlite($"Data Source={Path.Combine(_directory, "kiosk.db")};Pooling=False"));
        builder.Services.AddKioskPages();
        _app = builder.Build();
        _app.MapKioskPages();
        if (withSchema)
            CreateSchema();
    }

    /// <summary>A kiosk with what <paramref name="fill"/> puts in it.</summary>
    public static async Task<TestKiosk> StartAsync(Action<KioskDb>? fill = null, bool withSchema = true)
    {
        var kiosk = new TestKiosk(withSchema);
        if (fill is not null)
            kiosk.Fill(fill);
        await kiosk._app.StartAsync();
        return kiosk;
    }

    public void Fill(Action<KioskDb> fill)
    {
        using var db = _app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
        fill(db);
        db.SaveChanges();
    }

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
        Directory.Delete(_directory, recursive: true);
    }

    private void CreateSchema()
    {
        var assembly = typeof(KioskDb).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.Contains("sqlite", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        using var db = _app.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
        using var connection = db.Database.GetDbConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = reader.ReadToEnd();
        command.ExecuteNonQuery();
    }
}
