using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>A copy of a <see cref="BenchmarkArchive"/> that the soak may change: beside the kiosk it makes sources due, subscribes people, and plans their letters.</summary>
internal sealed class SoakArchive : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IDbContextFactory<KioskDb> _factory;
    private readonly IReadOnlyList<string> _articles;
    private volatile IReadOnlyList<string> _newest;
    private int _subscribers;

    private SoakArchive(string directory, ServiceProvider services, IReadOnlyList<string> articles)
    {
        (Directory, _services, _articles, _newest) = (directory, services, articles, articles);
        _factory = services.GetRequiredService<IDbContextFactory<KioskDb>>();
    }

    public string Directory { get; }

    /// <summary>Letters planned so far.</summary>
    public int Planned => _subscribers;

    /// <summary>Copies an archive of so many articles, whose own sources are not to be visited: they are not on this machine.</summary>
    public static async Task<SoakArchive> CopyAsync(int articles, Guid editor)
    {
        var from = await BenchmarkArchive.FillAsync(articles);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var directory = System.IO.Directory.CreateTempSubdirectory("kiosk-soak-").FullName;
        foreach (var file in System.IO.Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(directory, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var services = BenchmarkArchive.Open(directory);
        await using var db = await services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
        await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.Enabled, false));
        await db.Users.Where(user => user.Id == editor).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Redacteur));
        return new SoakArchive(directory, services, await NewestAsync(db, articles));
    }

    public string AnyArticle(Random random) => _articles[random.Next(_articles.Count)];

    /// <summary>Whether an address is that of an article that readers may not see.</summary>
    public async Task<bool> IsTurnedAwayAsync(string path, CancellationToken cancellation)
    {
        if (path.Split('/') is not ["", "artikel", var number, ..] || !long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var id))
            return false;
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        return await db.Articles.AnyAsync(article => article.Id == id && article.State != ArticleState.Visible, cancellation);
    }

    public string NewArticle(Random random) => _newest[random.Next(_newest.Count)];

    /// <summary>Makes all sources due, as an editor's <em>harvest now</em> does, and finds what came in.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        await db.Sources.Where(source => source.Enabled).ExecuteUpdateAsync(set => set.SetProperty(source => source.NextCheckAt, now), cancellation);
        _newest = await NewestAsync(db, 200);
    }

    /// <summary>People who subscribe, with a letter each that is due now.</summary>
    public async Task PlanLettersAsync(int count, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var digest = await DeliveryPlan.DigestOfAsync(db, DigestCalendar.WeekOf(DutchTime.DayOf(now)), cancellation);
        var topics = await db.Topics.Select(topic => topic.Id).OrderBy(id => id).ToListAsync(cancellation);
        foreach (var number in Enumerable.Range(_subscribers, count))
        {
            // Consented after this week's day: the kiosk's own plan leaves her alone, and the letter here is the only one.
            var subscriber = new Subscriber { Email = $"lezer{number}@gemeente-{number % 342}.example", AskedAt = now, ConsentedAt = now };
            subscriber.Topics.AddRange(Enumerable.Range(0, 5).Select(topic => new SubscriberTopic { TopicId = topics[(number + (topic * 3)) % topics.Count] }));
            db.Add(new Delivery { Subscriber = subscriber, DigestId = digest.Id, DueAt = now, NextAttemptAt = now });
        }

        await db.SaveChangesAsync(cancellation);
        _subscribers += count;
    }

    /// <summary>How long the oldest letter has waited that is still to go; zero if none is.</summary>
    public async Task<(TimeSpan Oldest, int Articles)> LookAsync(CancellationToken cancellation)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellation);
        var oldest = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Claimed).MinAsync(delivery => (DateTimeOffset?)delivery.DueAt, cancellation);
        return (oldest is { } due ? TimeProvider.System.GetUtcNow() - due : TimeSpan.Zero, await db.Articles.CountAsync(cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static async Task<IReadOnlyList<string>> NewestAsync(KioskDb db, int count) =>
        [.. (await db.Articles.AsNoTracking().Where(article => article.State == ArticleState.Visible).OrderByDescending(article => article.Id)
            .Select(article => new { article.Id, article.Title }).Take(count).ToListAsync()).Select(article => Links.Article(article.Id, article.Title))];
}
