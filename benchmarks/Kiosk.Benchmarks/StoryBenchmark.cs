using System.Diagnostics;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks;

/// <summary>What finding the story of an article costs, as the archive grows. One article in ten is a takeover of one before it.</summary>
internal static class StoryBenchmark
{
    private const int Chunk = 200;
    private const int ArticlesPerDay = 300;

    public static async Task RunAsync(int count)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddKioskData(new StorageOptions { DataDirectory = directory }).BuildServiceProvider())
        {
            await services.GetRequiredService<Schema>().UpdateAsync();
            await FillAsync(services.GetRequiredService<IDbContextFactory<KioskDb>>(), directory, count);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, string directory, int count)
    {
        var sources = await AddSourcesAsync(factory);
        var (saving, placing, reported) = (new Stopwatch(), new Stopwatch(), 0);
        Console.WriteLine($"{"articles",10} {"ms to place",12} {"ms to save",11} {"archive MB",11} {"memory MB",10} {"stories",9}");
        foreach (var articles in Articles(count, sources).Chunk(Chunk))
        {
            await using var db = await factory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            saving.Start();
            db.Articles.AddRange(articles);
            await db.SaveChangesAsync();
            saving.Stop();
            placing.Start();
            await StoryFinder.PlaceAsync(db, articles, articles[^1].PublishedAt, default);
            placing.Stop();
            await transaction.CommitAsync();
            reported += articles.Length;
            if (reported % Math.Max(10_000, count / 10) != 0)
                continue;
            var spanned = Math.Max(10_000, count / 10);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reported,10:N0} {placing.Elapsed.TotalMilliseconds / spanned,12:0.000} {saving.Elapsed.TotalMilliseconds / spanned,11:0.000} {new FileInfo(Path.Combine(directory, "kiosk.db")).Length / 1e6,11:N0} {Environment.WorkingSet / 1e6,10:N0} {await db.Stories.CountAsync(),9:N0}"));
            saving.Reset();
            placing.Reset();
        }
    }

    private static async Task<List<int>> AddSourcesAsync(IDbContextFactory<KioskDb> factory)
    {
        await using var db = await factory.CreateDbContextAsync();
        var sources = Enumerable.Range(0, 40).Select(number => new Source { Slug = $"bron-{number}", Name = $"Bron {number}", Url = $"https://bron-{number}.example/" }).ToList();
        db.Sources.AddRange(sources);
        await db.SaveChangesAsync();
        return [.. sources.Select(source => source.Id)];
    }

    private static IEnumerable<Article> Articles(int count, List<int> sources)
    {
        var begin = DateTimeOffset.UnixEpoch.AddYears(40);
        var before = "";
        foreach (var text in SearchCorpus.Articles(count))
        {
            var takenOver = text.Id % 10 == 0;
            var body = takenOver ? text.Lead + before[..(before.Length * 2 / 3)] : text.Body;
            before = text.Body;
            yield return new Article
            {
                SourceId = sources[(int)(text.Id % sources.Count)],
                Title = text.Title,
                BodyText = body,
                Url = text.Url,
                ContentHash = "",
                PublishedAt = begin.AddDays((double)text.Id / ArticlesPerDay),
                FirstSeenAt = begin,
                ChangedAt = begin,
            };
        }
    }
}
