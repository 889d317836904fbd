using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Web.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using DutchTime = Kiosk.Web.Reading.DutchTime;

namespace Kiosk.Benchmarks;

/// <summary>
/// What choosing one reader's edition costs in an archive of a given size (300 articles a day, 20 topics, 40 sources), for readers who follow six topics, three sources, a
/// role and three standing queries, and had a year of editions already.
/// </summary>
internal static class EditionBenchmark
{
    private const int Readers = 20;
    private const int Rounds = 200;
    private const int PerDay = 300;
    private static readonly string[] Queries = ["schulden gemeente", "\"schone lei\"", "beslagvrije voet OF vtlb"];

    public static async Task RunAsync(int count)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddKioskData(new StorageOptions { DataDirectory = directory }).BuildServiceProvider())
        {
            await services.GetRequiredService<Schema>().UpdateAsync();
            var factory = services.GetRequiredService<IDbContextFactory<KioskDb>>();
            using var index = SearchIndex.Open(Path.Combine(directory, "search.db"), "bench");
            await FillAsync(factory, count);
            using var follower = new IndexFollower(factory, index, NullLogger<IndexFollower>.Instance);
            await follower.CatchUpAsync();
            Console.WriteLine($"{"articles",10} {"median ms",10} {"p95 ms",8} {"processor ms",13}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10:N0} {Measure(factory, index)}"));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static Timing Measure(IDbContextFactory<KioskDb> factory, SearchIndex index)
    {
        var book = new EditionBook(factory, index, new DutchTime(TimeProvider.System));
        return Timing.Of([.. Enumerable.Range(0, Readers).Select(number => Reader(number).ToString())], Rounds, reader =>
        {
            using var db = factory.CreateDbContext();
            if (book.ChooseAsync(db, Guid.Parse(reader), CancellationToken.None).GetAwaiter().GetResult().Pieces.Count != ReaderSettings.UsualSize)
                throw new InvalidOperationException("An edition is not full.");
        });
    }

    private static Guid Reader(int number) => new(number + 1, 0, 0, new byte[8]);

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = await factory.CreateDbContextAsync())
        {
            db.Topics.AddRange(Enumerable.Range(1, 20).Select(number => new Topic { Slug = $"onderwerp-{number}", Name = $"Onderwerp {number}", Position = number }));
            db.Sources.AddRange(Enumerable.Range(1, 40).Select(number => new Source { Slug = $"bron-{number}", Name = $"Bron {number}", Url = $"https://bron-{number}.example/" }));
            db.Users.AddRange(Enumerable.Range(0, Readers).Select(number => new User { Id = Reader(number), Email = $"{number}@kiosk.example", NormalizedEmail = $"{number}", KeepsHistory = true }));
            await db.SaveChangesAsync();
        }

        foreach (var chunk in SearchCorpus.Articles(count).Chunk(1_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            db.Articles.AddRange(chunk.Select(text => Article(text, now.AddDays((double)(text.Id - count) / PerDay))));
            await db.SaveChangesAsync();
        }

        await AddReadersAsync(factory, count, now);
    }

    internal static Article Article(IndexedArticle text, DateTimeOffset published)
    {
        var article = new Article
        {
            SourceId = (int)(1 + (text.Id % 40)),
            Kind = (ArticleKind)(text.Id % 5),
            Title = text.Title,
            Lead = text.Lead,
            BodyText = text.Body,
            Url = text.Url,
            ContentHash = "",
            PublishedAt = published,
            FirstSeenAt = published,
            ChangedAt = published,
        };
        // Some topics stand on a third of all, others on one in forty.
        foreach (var topic in Enumerable.Range(1, 20).Where(topic => text.Id * 7 % (topic * 2) == 0))
            article.Topics.Add(new ArticleTopic { TopicId = topic, TaggedBy = TaggedBy.Rule, TaggedAt = published });
        return article;
    }

    private static async Task AddReadersAsync(IDbContextFactory<KioskDb> factory, int count, DateTimeOffset now)
    {
        await using var db = await factory.CreateDbContextAsync();
        var today = DutchTime.DayOf(now);
        foreach (var number in Enumerable.Range(0, Readers))
        {
            var user = Reader(number);
            db.Follows.AddRange(Enumerable.Range(0, 6).Select(topic => new Follow { UserId = user, TopicId = 1 + ((number + (topic * 3)) % 20), Weight = 1 + (topic % 4), FollowedAt = now }));
            db.Follows.AddRange(Enumerable.Range(0, 3).Select(source => new Follow { UserId = user, SourceId = 1 + ((number + (source * 11)) % 40), FollowedAt = now }));
            db.Follows.AddRange(Queries.Select(query => new Follow { UserId = user, Query = query, FollowedAt = now }));
            db.Follows.Add(new Follow { UserId = user, Role = WorkRole.Beleid, FollowedAt = now });
            db.EditionPieces.AddRange(Enumerable.Range(0, Math.Min(9 * 365, count / 2)).Select(piece => new EditionPiece
            {
                UserId = user,
                ArticleId = count - (piece * (count / 2 / (9 * 365) is var step and > 0 ? step : 1)),
                Day = today.AddDays(-1 - (piece / 9)),
                Why = "Omdat het moest.",
            }));
            db.ReadingHistory.AddRange(Enumerable.Range(1, 200).Select(item => new HistoryItem { UserId = user, ArticleId = item * (count / 400), At = now.AddDays(-item) }));
        }

        db.Picks.AddRange(Enumerable.Range(1, 10).Select(pick => new Pick { ArticleId = count - pick, Quote = "Lees dit.", Signature = "Redactie", StartsOn = today, EndsOn = today.AddDays(3), MadeAt = now }));
        await db.SaveChangesAsync();
    }
}
