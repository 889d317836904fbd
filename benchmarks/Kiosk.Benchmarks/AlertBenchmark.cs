using System.Diagnostics;
using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Search;
using Kiosk.Web.Alerts;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Benchmarks;

/// <summary>What following one new article costs with so many alerts: reading it, putting it to all of them, and writing down what they found.</summary>
internal static class AlertBenchmark
{
    private const int Articles = 200;
    private const int WarmUp = 20;
    private const int AlertsOfOne = 10;

    public static async Task RunAsync(int count)
    {
        await using var archive = await TemporaryArchive.CreateAsync();
        var factory = archive.Factory;
        using var index = SearchIndex.Open(Path.Combine(archive.Directory, "search.db"), "bench");
        await FillAsync(factory, count);
        using var follower = new AlertFollower(factory, new WaitingAlerts(index), new AlertClock(Options.Create(new DigestOptions())), TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        await follower.CatchUpAsync(CancellationToken.None);
        Say($"{count:N0} alerts read for the first time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms");
        var times = new List<double>();
        var processor = TimeSpan.Zero;
        foreach (var text in SearchCorpus.Articles(Articles + WarmUp))
        {
            await using (var db = await factory.CreateDbContextAsync())
            {
                var article = BenchmarkArchive.Article(text, TimeProvider.System.GetUtcNow());
                (article.SourceId, article.Id) = (1, 0);
                article.Topics.Clear();
                db.Articles.Add(article);
                await db.SaveChangesAsync();
            }

            var used = Environment.CpuUsage.TotalTime;
            start = Stopwatch.GetTimestamp();
            await follower.CatchUpAsync(CancellationToken.None);
            if (text.Id <= WarmUp)
                continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor += Environment.CpuUsage.TotalTime - used;
        }

        times.Sort();
        Results.Note("one new article", new Timing(times[times.Count / 2], times[times.Count * 95 / 100], processor.TotalMilliseconds / Articles));
        await using (var db = await factory.CreateDbContextAsync())
            Say($"one new article, {count:N0} alerts: median {times[times.Count / 2]:N1} ms, p95 {times[times.Count * 95 / 100]:N1} ms, processor {processor.TotalMilliseconds / Articles:N1} ms; finds an article: {(double)await db.AlertFinds.CountAsync() / (Articles + WarmUp):N1}");
    }

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync();
        db.Sources.Add(new Source { Slug = "bron-1", Name = "Bron 1", Url = "https://bron-1.example/" });
        db.Users.AddRange(Enumerable.Range(0, 1 + (count / AlertsOfOne)).Select(number => new User { Id = BenchmarkArchive.Reader(number), Email = $"{number}@kiosk.example", NormalizedEmail = $"{number}" }));
        await db.SaveChangesAsync();
        db.Alerts.AddRange(Enumerable.Range(0, count).Select(number => new Alert { UserId = BenchmarkArchive.Reader(number / AlertsOfOne), Query = Question(number), Pace = AlertPace.Dag, CreatedAt = now, ChangedAt = now }));
        await db.SaveChangesAsync();
    }

    /// <summary>As for the standing queries of <see cref="SearchBenchmark"/>.</summary>
    private static string Question(int number) => (number % 4) switch
    {
        0 => $"{SearchCorpus.Word(number)} {SearchCorpus.Word(number / 2)}",
        1 => $"{SearchCorpus.Word(number)[..2]}* soort:rapport",
        2 => $"\"{SearchCorpus.Word(number)} {SearchCorpus.Word(number + 1)}\" OF {SearchCorpus.Word(number * 3)}",
        _ => $"{SearchCorpus.Word(number)} -{SearchCorpus.Word(number + 9)} bron:{1 + (number % 40)}",
    };

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
