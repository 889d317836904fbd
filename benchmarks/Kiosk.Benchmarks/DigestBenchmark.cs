using System.Diagnostics;
using System.Globalization;
using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Testing;
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
/// articles; what rendering one mail costs; and how fast the letters go to a mail server on this machine, which shares its processors.
/// </summary>
internal static class DigestBenchmark
{
    private const int Articles = 7_000;
    private const int Topics = 20;
    private const int TopicsEach = 5;
    private const int Renderings = 500;

    public static async Task RunAsync(int subscribers)
    {
        var postman = new CountingPostman();
        await WithKioskAsync(subscribers, [], services => services.AddSingleton<IPostman>(postman), async provider =>
        {
            var (tally, told) = await SendAsync(provider, "computed and rendered");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"computed and rendered: {told}, {postman.Bytes / 1024.0 / Math.Max(1, tally.Sent):N0} KB a letter"));
            await RenderAsync(provider);
        });
        await using var server = SmtpServer.Start(new SmtpScript { KeepsText = false });
        var settings = new Dictionary<string, string?>
        {
            ["Kiosk:Mail:Host"] = "127.0.0.1",
            ["Kiosk:Mail:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Kiosk:Mail:Tls"] = "false",
        };
        await WithKioskAsync(subscribers, settings, _ => { }, async provider => Console.WriteLine($"delivered: {(await SendAsync(provider, "delivered")).Told}; the server took {server.Count:N0} over {server.Connections} connections"));
    }

    private static async Task<(DigestTally Tally, string Told)> SendAsync(IServiceProvider services, string what)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var tally = await services.GetRequiredService<DigestRound>().RunDayAsync(Tuesday(), _ => { }, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Results.Note(what, seconds, "s");
        Results.Note(what + ", a second", tally.Sent / seconds, "");
        Results.Note(what + ", most resident", ProcessMemory.MostResident(Environment.ProcessId), "MB");
        return (tally, string.Create(CultureInfo.InvariantCulture,
            $"{tally.Sent:N0} letters ({tally.Empty:N0} empty) in {seconds:N1} s by the clock ({tally.Sent / seconds:N0} a second), {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:N1} s of processor time, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024:N0} MB"));
    }

    private static async Task WithKioskAsync(int subscribers, Dictionary<string, string?> settings, Action<IServiceCollection> change, Func<IServiceProvider, Task> run)
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bench-").FullName;
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddLogging().AddSingleton(TimeProvider.System)
            .AddKioskData(new StorageOptions { DataDirectory = directory }).AddKioskAccounts().AddKioskMail().AddDigests();
        change(services);
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<Schema>().UpdateAsync();
            await FillAsync(provider.GetRequiredService<IDbContextFactory<KioskDb>>(), subscribers);
            await run(provider);
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
        Results.Note("rendering one mail", timing);
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
                var subscriber = new Subscriber { Email = $"lezer{number}@gemeente-{number % 342}.example", AskedAt = now.AddDays(-60), ConsentedAt = now.AddDays(-60) };
                subscriber.Topics.AddRange(Enumerable.Range(0, TopicsEach).Select(topic => new SubscriberTopic { TopicId = 1 + ((number + (topic * 3)) % Topics) }));
                db.Subscribers.Add(subscriber);
            }

            await db.SaveChangesAsync();
        }
    }

    /// <summary>Takes the bytes and throws them away.</summary>
    private sealed class CountingPostman : IPostman
    {
        private long _bytes;

        public long Bytes => Interlocked.Read(ref _bytes);

        public Task DeliverAsync(MailMessage message, CancellationToken cancellation)
        {
            Interlocked.Add(ref _bytes, message.AlternateViews.Sum(view => view.ContentStream.Length));
            return Task.CompletedTask;
        }

        public void Forget(string address)
        {
            // Nothing is kept.
        }
    }
}
