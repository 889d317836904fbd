using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Indexing;
using Kiosk.Search;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Benchmarks;

/// <summary>What trying the rule of a topic costs over an archive of a given size, of which a third has the topic already by an older rule.</summary>
internal static class RuleBenchmark
{
    private const int Rounds = 20;

    private static readonly string[] Rules =
    [
        SearchCorpus.CommonWord, $"{SearchCorpus.CommonWord} EN {SearchCorpus.Word(40)}", $"{SearchCorpus.Word(900)} OF {SearchCorpus.Word(1200)}* OF \"{SearchCorpus.Word(5)} {SearchCorpus.Word(9)}\"",
        $"sch* -{SearchCorpus.Word(30)}",
    ];

    public static async Task RunAsync(int count)
    {
        await using var archive = await TemporaryArchive.CreateAsync();
        var factory = archive.Factory;
        using var index = SearchIndex.Open(Path.Combine(archive.Directory, "search.db"), "bench");
        await FillAsync(factory, count);
        using var follower = new IndexFollower(factory, index, NullLogger<IndexFollower>.Instance);
        await follower.CatchUpAsync();
        var trial = new RuleTrial(factory, index);
        Console.WriteLine($"{"matches",10} {"new",8} {"drop",8} {"median ms",10} {"p95 ms",8} {"processor ms",13}");
        foreach (var rule in Rules)
        {
            var effect = (await trial.TryAsync(1, rule, CancellationToken.None))!;
            var timing = Timing.Of([rule], Rounds, asked => trial.TryAsync(1, asked, CancellationToken.None).GetAwaiter().GetResult(), warmUp: 3);
            Results.Note($"trying the rule ‘{rule}’", timing);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{effect.Matching.Count,10:N0} {effect.Adds.Count,8:N0} {effect.Drops.Count,8:N0} {timing}"));
        }
    }

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int count)
    {
        await using (var db = await factory.CreateDbContextAsync())
        {
            db.Topics.Add(new Topic { Slug = "onderwerp", Name = "Onderwerp", Rule = SearchCorpus.Word(3) });
            db.Sources.Add(new Source { Slug = "bron", Name = "Bron", Url = "https://bron.example/" });
            await db.SaveChangesAsync();
        }

        foreach (var chunk in SearchCorpus.Articles(count).Chunk(1_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            db.Articles.AddRange(chunk.Select(article => ToArticle(article)));
            await db.SaveChangesAsync();
        }
    }

    private static Article ToArticle(IndexedArticle from)
    {
        var article = new Article
        {
            SourceId = 1,
            Title = from.Title,
            Lead = from.Lead,
            BodyText = from.Body,
            Url = from.Url,
            ContentHash = from.Url,
            PublishedAt = from.Published,
            FirstSeenAt = from.Published,
            ChangedAt = from.Published,
        };
        if (from.Id % 3 == 0)
            article.Topics.Add(new ArticleTopic { TopicId = 1, TaggedBy = TaggedBy.Rule, TaggedAt = from.Published });
        return article;
    }
}
