using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Data.Storage;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using DutchTime = Kiosk.Web.Reading.DutchTime;

namespace Kiosk.Benchmarks;

/// <summary>
/// An archive of a given size with its index: 300 articles a day, 20 topics, 40 sources, and 1,000 readers who follow six topics, three sources, a role and three
/// standing queries. The first twenty had a year of editions and history, the others a month, as far as the archive is large enough for these. All benchmarks of a day share it: it is kept in the temporary directory.
/// </summary>
internal static class BenchmarkArchive
{
    public const int Readers = 1_000;
    public const int Sources = 40;

    private const int LongTime = 20;
    private const int PerDay = 300;
    private static readonly string[] Queries = ["schulden gemeente", "\"schone lei\"", "beslagvrije voet OF vtlb"];

    /// <summary>The data directory, filled.</summary>
    public static async Task<string> FillAsync(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var directory = Path.Combine(Path.GetTempPath(), $"kiosk-benchmark-{count}-{now:yyyyMMdd}");
        var done = Path.Combine(directory, "filled");
        if (!File.Exists(done))
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
            Console.WriteLine($"Filling {directory}…");
        }

        await using var services = Open(directory);
        await services.GetRequiredService<Schema>().UpdateAsync();
        var factory = services.GetRequiredService<IDbContextFactory<KioskDb>>();
        if (!File.Exists(done))
            await FillAsync(factory, count, now);
        using (var index = await IndexAsync(factory, directory))
        {
            using var follower = new IndexFollower(factory, index, NullLogger<IndexFollower>.Instance);
            await follower.CatchUpAsync();
        }

        await File.WriteAllTextAsync(done, "");
        return directory;
    }

    public static ServiceProvider Open(string directory) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddKioskData(new StorageOptions { DataDirectory = Directory.CreateDirectory(directory).FullName }).BuildServiceProvider();

    /// <summary>The index of an archive that is filled.</summary>
    public static async Task<SearchIndex> IndexAsync(IDbContextFactory<KioskDb> factory, string directory)
    {
        await using var db = await factory.CreateDbContextAsync();
        var archive = await db.ArchiveProperties.SingleAsync(property => property.Name == ArchiveProperty.ArchiveId);
        return SearchIndex.Open(Path.Combine(directory, "search.db"), archive.Value);
    }

    public static Guid Reader(int number) => new(number + 1, 0, 0, new byte[8]);

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int count, DateTimeOffset now)
    {
        await using (var db = await factory.CreateDbContextAsync())
        {
            // As in an archive that came in piece by piece: nothing is left to be filled in behind readers' backs.
            db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.PropertiesFilledTo, Value = "done" });
            db.Topics.AddRange(Enumerable.Range(1, 20).Select(number => new Topic { Slug = $"onderwerp-{number}", Name = $"Onderwerp {number}", Position = number }));
            db.Sources.AddRange(Enumerable.Range(1, Sources).Select(number => new Source
            {
                Slug = $"bron-{number}",
                Name = $"Bron {number}",
                Url = $"https://bron-{number}.example/",
                Rights = Rights.Full,
                LastOutcome = HarvestOutcome.Harvested,
                LastCheckedAt = now,
                LastSuccessAt = now,
            }));
            db.Users.AddRange(Enumerable.Range(0, Readers).Select(number => new User { Id = Reader(number), Email = $"{number}@kiosk.example", NormalizedEmail = $"{number}", KeepsHistory = number < LongTime }));
            await db.SaveChangesAsync();
        }

        foreach (var chunk in SearchCorpus.Articles(count).Chunk(10_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var articles = chunk.Select(text => Article(text, now.AddDays((double)(text.Id - count) / PerDay))).ToList();
            await NewRows.AddAsync(db, articles);
            await NewRows.AddAsync(db, [.. articles.SelectMany(article => article.Topics)]);
            await transaction.CommitAsync();
        }

        await AddReadersAsync(factory, count, now);
    }

    internal static Article Article(IndexedArticle text, DateTimeOffset published)
    {
        var article = new Article
        {
            Id = text.Id,
            SourceId = (int)(1 + (text.Id % Sources)),
            Kind = (ArticleKind)(text.Id % 5),
            Title = text.Title,
            Lead = text.Lead,
            BodyText = text.Body,
            BodyHtml = string.Concat(text.Body.Split(". ").Chunk(4).Select(sentences => $"<p>{string.Join(". ", sentences)}.</p>")),
            WordCount = text.Body.Count(character => character == ' '),
            Url = text.Url,
            ContentHash = "",
            PublishedAt = published,
            FirstSeenAt = published,
            ChangedAt = published,
        };
        // Some topics stand on a third of all, others on one in forty.
        foreach (var topic in Enumerable.Range(1, 20).Where(topic => text.Id * 7 % (topic * 2) == 0))
            article.Topics.Add(new ArticleTopic { ArticleId = text.Id, TopicId = topic, TaggedBy = TaggedBy.Rule, TaggedAt = published });
        return article;
    }

    private static async Task AddReadersAsync(IDbContextFactory<KioskDb> factory, int count, DateTimeOffset now)
    {
        var today = DutchTime.DayOf(now);
        await using var db = await factory.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var number in Enumerable.Range(0, Readers))
        {
            var user = Reader(number);
            db.Follows.AddRange(Enumerable.Range(0, 6).Select(topic => new Follow { UserId = user, TopicId = 1 + ((number + (topic * 3)) % 20), Weight = 1 + (topic % 4), FollowedAt = now }));
            db.Follows.AddRange(Enumerable.Range(0, 3).Select(source => new Follow { UserId = user, SourceId = 1 + ((number + (source * 11)) % Sources), FollowedAt = now }));
            db.Follows.AddRange(Queries.Select(query => new Follow { UserId = user, Query = query, FollowedAt = now }));
            db.Follows.Add(new Follow { UserId = user, Role = WorkRole.Beleid, FollowedAt = now });
            await NewRows.AddAsync(db, [.. PiecesOf(number, count, today)]);
            if (number < LongTime)
                db.ReadingHistory.AddRange(Enumerable.Range(1, 200).Select(item => new HistoryItem { UserId = user, ArticleId = item * (count / 400), At = now.AddDays(-item) }));
        }

        db.Picks.AddRange(Enumerable.Range(1, 10).Select(pick => new Pick { ArticleId = count - pick, Quote = "Lees dit.", Signature = "Redactie", StartsOn = today, EndsOn = today.AddDays(3), MadeAt = now }));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Nine a day, spread over the newer half of the archive; of a small archive at most one article in four, so that something is left for today.</summary>
    private static IEnumerable<EditionPiece> PiecesOf(int reader, int count, DateOnly today)
    {
        var days = reader < LongTime ? 365 : 30;
        var apart = Math.Max(4, count / 2 / (9 * days));
        return Enumerable.Range(0, Math.Min(9 * days, count / 2 / apart)).Select(piece => new EditionPiece
        {
            UserId = Reader(reader),
            ArticleId = count - (piece * apart),
            Day = today.AddDays(-1 - (piece / 9)),
            Why = "Omdat het moest.",
        });
    }
}
