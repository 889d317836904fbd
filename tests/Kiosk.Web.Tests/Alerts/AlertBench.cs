using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Search;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Alerts;
using Kiosk.Web.Digests;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Alerts;

/// <summary>An archive with one reader, and what finds and mails for her, without pages. Mails are kept as their subject, text and headers.</summary>
internal sealed class AlertBench : IAsyncDisposable
{
    private readonly TestArchive _archive;
    private readonly string _directory = Directory.CreateTempSubdirectory("kiosk-alerts").FullName;
    private readonly List<ServiceProvider> _nodes = [];

    private AlertBench(TestArchive archive, ManualTime time) => (_archive, Time) = (archive, time);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    public ManualTime Time { get; }

    public List<SentMail> Sent { get; } = [];

    /// <summary>Set to let mails fail.</summary>
    public Exception? Failure { get; set; }

    public Guid Reader { get; private set; }

    public AlertBook Book => Of<AlertBook>();

    public static async Task<AlertBench> StartAsync(StorageKind kind)
    {
        var time = new ManualTime();
        var bench = new AlertBench(await TestArchive.CreateAsync(kind, time), time);
        bench.AddNode();
        await using var db = bench.Open();
        db.Sources.Add(Sample.Source());
        var user = new User { Id = Guid.NewGuid(), UserName = "noor@kiosk.example", NormalizedUserName = "NOOR@KIOSK.EXAMPLE", Email = "noor@kiosk.example", NormalizedEmail = "NOOR@KIOSK.EXAMPLE", EmailConfirmed = true, CreatedAt = time.GetUtcNow() };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        bench.Reader = user.Id;
        return bench;
    }

    public T Of<T>(int node = 0) where T : notnull => _nodes[node].GetRequiredService<T>();

    public KioskDb Open() => _archive.Open();

    /// <summary>Another node on the same archive, which mails into the same box.</summary>
    public void AddNode()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(_archive.Factory).AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(Options.Create(new KioskOptions { Address = "https://kiosk.example" })).AddSingleton<PublicAddress>().AddSingleton<MailServerRest>().AddSingleton<IPostman>(new Postman(this));
        services.AddSingleton(SearchIndex.Open(Path.Combine(_directory, $"{_nodes.Count}.db"), "archive")).AddDigests().AddSearching().AddAlerts();
        services.AddSingleton(Options.Create(new MailOptions()));
        _nodes.Add(services.BuildServiceProvider());
    }

    public async Task<long> AlertAsync(string query, AlertPace pace = AlertPace.Meteen)
    {
        var (made, problem) = await Book.AddAsync(Reader, query, exactly: false, pace, TestContext.Current.CancellationToken);
        Assert.Null(problem);
        return made!.Value;
    }

    public async Task<long> PublishAsync(string title, string lead = "", double daysOld = 0, string body = "", long? story = null)
    {
        await using var db = Open();
        var article = Sample.Article((await db.Sources.OrderBy(source => source.Id).FirstAsync()).Id, title);
        (article.Lead, article.BodyText, article.PublishedAt, article.StoryId) = (lead, body, Time.GetUtcNow().AddDays(-daysOld), story);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }

    /// <summary>Follows until all that changed was seen, and mails what is due.</summary>
    public async Task RunAsync(int node = 0)
    {
        await using var db = Open();
        await LastChange.FollowAsync(db, ArchiveProperty.AlertsFollowedTo, () => Of<AlertRound>(node).RunDueAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Lets time pass, and does what is due then.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Time.Advance(time);
        await RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            node.GetRequiredService<SearchIndex>().Dispose();
            await node.DisposeAsync();
        }

        await _archive.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class Postman(AlertBench bench) : IPostman
    {
        public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
        {
            if (bench.Failure is { } failure)
                throw failure;
            using var text = new StreamReader(message.AlternateViews[0].ContentStream);
            using var html = new StreamReader(message.AlternateViews[1].ContentStream);
            var mail = new SentMail(message.To.Single().Address, message.Subject, await text.ReadToEndAsync(cancellation), await html.ReadToEndAsync(cancellation), message.Headers.AllKeys.ToDictionary(name => name!, name => message.Headers[name]!));
            lock (bench.Sent)
                bench.Sent.Add(mail);
        }

        public void Forget(string address)
        {
            // Nothing is kept.
        }
    }
}

internal sealed record SentMail(string To, string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers);
