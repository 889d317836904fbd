using System.Diagnostics;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Stories;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Benchmarks;

/// <summary>
/// What finding the story of an article costs, as the archive grows: it is filled with stubs and synthetic sketches up to each size, and then gets real
/// texts of about 300 words, one in ten of which takes over two thirds of the one before it.
/// </summary>
internal static class StoryBenchmark
{
    private const int Chunk = 200;
    private const int Measured = 6_000;
    private const int ArticlesPerDay = 300;
    private static readonly DateTimeOffset Begin = DateTimeOffset.UnixEpoch.AddYears(40);

    public static async Task RunAsync(int count)
    {
        await using var archive = await TemporaryArchive.CreateAsync();
        var factory = archive.Factory;
        await AddSourcesAsync(factory);
        Console.WriteLine($"{"articles",10} {"ms to place one",16} {"archive MB",11} {"memory MB",10} {"stories",8}");
        foreach (var size in new[] { Measured, 10_000, 100_000, 1_000_000 }.Where(size => size <= count))
            await MeasureAsync(factory, archive.Directory, size);
    }

    private static async Task MeasureAsync(IDbContextFactory<KioskDb> factory, string directory, int size)
    {
        await FillAsync(factory, size - Measured);
        await using var counting = await factory.CreateDbContextAsync();
        var first = await counting.Articles.CountAsync();
        var placing = new Stopwatch();
        foreach (var articles in Articles(first).Chunk(Chunk))
        {
            await using var db = await factory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Articles.AddRange(articles);
            await db.SaveChangesAsync();
            placing.Start();
            await StoryFinder.PlaceAsync(db, Array.ConvertAll(articles, StoryReading.Of), articles[^1].PublishedAt, default);
            await transaction.CommitAsync();
            placing.Stop();
        }

        var (articlesNow, stories) = (await counting.Articles.CountAsync(), await counting.Stories.CountAsync());
        var (archive, memory) = (new FileInfo(Path.Combine(directory, "kiosk.db")).Length / 1e6, Environment.WorkingSet / 1e6);
        Results.Note("finding the story of an article", placing.Elapsed.TotalMilliseconds / Measured, "ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articlesNow,10:N0} {placing.Elapsed.TotalMilliseconds / Measured,16:0.000} {archive,11:N0} {memory,10:N0} {stories,8:N0}"));
    }

    private static async Task AddSourcesAsync(IDbContextFactory<KioskDb> factory)
    {
        await using var db = await factory.CreateDbContextAsync();
        db.Sources.AddRange(Enumerable.Range(0, 40).Select(number => new Source { Slug = $"bron-{number}", Name = $"Bron {number}", Url = $"https://bron-{number}.example/" }));
        await db.SaveChangesAsync();
    }

    /// <summary>Stubs up to this many articles, each with 24 hashes, dated at the same pace as the others.</summary>
    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int upTo)
    {
        await using var db = await factory.CreateDbContextAsync();
        db.Database.SetCommandTimeout(600);
        var have = await db.Articles.CountAsync();
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE numbers(n) AS (SELECT {have} + 1 WHERE {have} < {upTo} UNION ALL SELECT n + 1 FROM numbers WHERE n < {upTo})
            INSERT INTO articles (source_id, kind, state, title, lead, body_html, body_text, url, authors, categories, published_at, published_is_guess,
                first_seen_at, changed_at, content_hash, word_count, version)
            SELECT 1 + n % 40, 'nieuws', 'visible', 'Stuk', '', '', '', 'https://voorbeeld.nl/', '[]', '[]',
                {Begin.ToUnixTimeMilliseconds()} + n * 86400000 / {ArticlesPerDay}, 0, 0, 0, '', 0, 0 FROM numbers
            """);
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 24)
            INSERT INTO article_sketches (period, hash, article_id) SELECT published_at / 1209600000, random(), id FROM articles, numbers WHERE id > {have}
            """);
    }

    private static IEnumerable<Article> Articles(int first)
    {
        var before = "";
        foreach (var text in SearchCorpus.Articles(Measured))
        {
            var body = text.Id % 10 == 0 ? text.Lead + before[..(before.Length * 2 / 3)] : text.Body;
            before = text.Body;
            yield return new Article
            {
                SourceId = (int)(1 + (text.Id % 40)),
                Title = text.Title,
                BodyText = body,
                Url = text.Url,
                ContentHash = "",
                PublishedAt = Begin.AddDays((double)(first + text.Id) / ArticlesPerDay),
                FirstSeenAt = Begin,
                ChangedAt = Begin,
            };
        }
    }
}
