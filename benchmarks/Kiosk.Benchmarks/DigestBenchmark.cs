using System.Diagnostics;
using System.Globalization;
using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Web.Accounts;
using Kiosk.Web.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Benchmarks;

/// <summary>
/// What an edition of the weekly digest costs: planned, composed, written down and rendered for so many subscribers with five of twenty topics each, in an archive of 7,000 recent
/// articles; and what rendering one mail costs. Nothing is sent.
/// </summary>
internal static class DigestBenchmark
{
    private const int Articles = 7_000;
    private const int Topics = 20;
    private const int TopicsEach = 5;
    private const int Renderings = 500;

    public static async Task RunAsync(int subscribers)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        var postman = new CountingPostman();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddLogging().AddSingleton(TimeProvider.System)
            .AddKioskData(new StorageOptions { DataDirectory = directory }).AddKioskAccounts().AddKioskMail().AddDigests().AddSingleton<IPostman>(postman);
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<Schema>().UpdateAsync();
            await FillAsync(provider.GetRequiredService<IDbContextFactory<KioskDb>>(), subscribers);
            var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var tally = await provider.GetRequiredService<DigestRound>().RunDayAsync(Tuesday(), _ => { }, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{tally.Sent:N0} letters ({tally.Empty:N0} empty): {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s by the clock, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:N1} s of processor time, {postman.Bytes / 1024.0 / Math.Max(1, tally.Sent):N0} KB a letter, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024:N0} MB"));
            await RenderAsync(provider);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, true);
    }

    private static async Task RenderAsync(IServiceProvider services)
    {
        var topics = Enumerable.Range(1, TopicsEach).ToHashSet();
        var letter = await services.GetRequiredService<DigestPreview>().OfTopicsAsync(DigestCalendar.WeekOf(Tuesday()), topics, CancellationToken.None);
        var mail = services.GetRequiredService<DigestMail>();
        var subscriber = new Subscriber { Id = 1, Email = "noor@gemeente.example", ConsentedAt = TimeProvider.System.GetUtcNow() };
        var timing = Timing.Of(["mail"], Renderings, _ =>
        {
            using var message = mail.Write(letter, subscriber, 1);
        });
        Console.WriteLine($"rendering one mail of {letter.Pieces} pieces, HTML and text (median, p95, processor ms): {timing}");
    }

    private static DateOnly Tuesday() => DigestCalendar.DayOf(DigestCalendar.WeekOf(Web.Reading.DutchTime.DayOf(TimeProvider.System.GetUtcNow())), DayOfWeek.Tuesday);

    private static async Task FillAsync(IDbContextFactory<KioskDb> factory, int subscribers)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = await factory.CreateDbContextAsync())
        {
            db.Topics.AddRange(Enumerable.Range(1, Topics).Select(number => new Topic { Slug = $"onderwerp-{number}", Name = $"Onderwerp {number}", Position = number }));
            db.Sources.AddRange(Enumerable.Range(1, 40).Select(number => new Source { Slug = $"bron-{number}", Name = $"Bron {number}", Url = $"https://bron-{number}.example/" }));
            await db.SaveChangesAsync();
        }

        foreach (var chunk in SearchCorpus.Articles(Articles).Chunk(1_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            db.Articles.AddRange(chunk.Select(text => BenchmarkArchive.Article(text, now.AddDays((double)(text.Id - Articles) * 35 / Articles))));
            await db.SaveChangesAsync();
        }

        foreach (var chunk in Enumerable.Range(1, subscribers).Chunk(1_000))
        {
            await using var db = await factory.CreateDbContextAsync();
            foreach (var number in chunk)
            {
                var subscriber = new Subscriber { Email = $"lezer{number}@gemeente.example", AskedAt = now.AddDays(-60), ConsentedAt = now.AddDays(-60) };
                subscriber.Topics.AddRange(Enumerable.Range(0, TopicsEach).Select(topic => new SubscriberTopic { TopicId = 1 + ((number + (topic * 3)) % Topics) }));
                db.Subscribers.Add(subscriber);
            }

            await db.SaveChangesAsync();
        }
    }

    /// <summary>Takes the bytes and throws them away.</summary>
    private sealed class CountingPostman : IPostman
    {
        public long Bytes { get; private set; }

        public Task DeliverAsync(MailMessage message, CancellationToken cancellation)
        {
            Bytes += message.AlternateViews.Sum(view => view.ContentStream.Length);
            return Task.CompletedTask;
        }

        public void Forget(string address)
        {
            // Nothing is kept.
        }
    }
}
