using System.Globalization;
using Kiosk.Data;
using Kiosk.Web.Pages.Redactie.Postvak;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Benchmarks;

/// <summary>
/// What opening the inbox costs on the server, without the page around it, when a given number of pieces wait (40 sources, a fifth of them in stories of four) in an
/// archive ten times as large: its first page, that of one source and of one kind, and one far down, each with a piece opened.
/// </summary>
internal static class InboxBenchmark
{
    private const int Rounds = 200;

    private static readonly InboxFilter[] Views = [new(), new() { Source = "bron-3" }, new() { Kind = ArticleKind.Rapport, WaitingOnly = true }];

    public static async Task RunAsync(int waiting)
    {
        await using var archive = await TemporaryArchive.CreateAsync();
        var factory = archive.Factory;
        await FillAsync(factory, waiting);
        Console.WriteLine($"{"view",-14} {"median ms",10} {"p95 ms",8} {"processor ms",13}");
        foreach (var (name, view) in new[] { "all", "one source", "kind, waiting" }.Zip(Views))
            Measure(factory, name, view);
        var far = new InboxPlace(TimeProvider.System.GetUtcNow().AddMinutes(-waiting / 2), long.MaxValue);
        Measure(factory, "far down", new InboxFilter { After = far });
    }

    private static void Measure(IDbContextFactory<KioskDb> factory, string name, InboxFilter view)
    {
        var timing = Timing.Of([""], Rounds, _ => OpenAsync(factory, view).GetAwaiter().GetResult());
        Results.Note($"inbox, {name}", timing);
        Console.WriteLine($"{name,-14} {timing}");
    }

    private static async Task OpenAsync(IDbContextFactory<KioskDb> factory, InboxFilter view)
    {
        await using var db = await factory.CreateDbContextAsync();
        var list = await InboxList.ReadAsync(db, view, Guid.Empty, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await InboxChoices.ReadAsync(db, CancellationToken.None);
        if (list.Stories.Count == 0 || await DeskPiece.FindAsync(db, list.Stories[0].Head.Id, CancellationToken.None) is null)
            throw new InvalidOperationException("The inbox is empty.");
    }

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int waiting)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = await factory.CreateDbContextAsync())
        {
            db.Topics.AddRange(Enumerable.Range(1, 20).Select(number => new Topic { Slug = $"onderwerp-{number}", Name = $"Onderwerp {number}", Position = number }));
            db.Sources.AddRange(Enumerable.Range(1, 40).Select(number => new Source { Slug = $"bron-{number}", Name = $"Bron {number}", Url = string.Create(CultureInfo.InvariantCulture, $"https://bron-{number}.example/") }));
            await db.SaveChangesAsync();
        }

        foreach (var chunk in SearchCorpus.Articles(waiting * 10).Chunk(1_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            var articles = chunk.Select(text => ArticleOf(text, now)).ToList();
            db.Articles.AddRange(articles);
            await db.SaveChangesAsync();
            foreach (var group in articles.Where(article => article.Id % 50 == 0).Chunk(4).Where(group => group.Length > 1))
            {
                var story = new Story { LeadId = group[0].Id, StartedAt = now };
                db.Stories.Add(story);
                await db.SaveChangesAsync();
                foreach (var article in group)
                    article.StoryId = story.Id;
            }

            await db.SaveChangesAsync();
        }
    }

    private static Article ArticleOf(Search.IndexedArticle text, DateTimeOffset now)
    {
        var at = now.AddMinutes(-(double)text.Id / 10);
        var waits = text.Id % 10 == 0;
        var article = new Article
        {
            SourceId = (int)(1 + (text.Id / 10 % 40)),
            Kind = (ArticleKind)(text.Id / 10 % 5),
            State = text.Id % 20 == 0 && waits ? ArticleState.Waiting : ArticleState.Visible,
            Title = text.Title,
            Lead = text.Lead,
            BodyHtml = $"<p>{text.Body}</p>",
            BodyText = text.Body,
            Url = text.Url,
            ContentHash = "",
            PublishedAt = at,
            FirstSeenAt = at,
            ChangedAt = at,
            InboxAt = waits ? at : null,
        };
        article.Topics.Add(new ArticleTopic { TopicId = (int)(1 + (text.Id / 10 % 20)), TaggedBy = TaggedBy.Rule, TaggedAt = at });
        return article;
    }
}
