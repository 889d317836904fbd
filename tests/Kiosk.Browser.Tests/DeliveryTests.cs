using System.Globalization;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

public sealed class DeliveryTests(Newsstand newsstand)
{
    private const int Subscribers = 40;

    [Fact]
    public async Task An_editor_sees_letters_go_out_without_asking_again()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var half = new TaskCompletionSource();
        var taken = 0;
        await using var server = SmtpServer.Start(new SmtpScript
        {
            ToRecipient = to => to.StartsWith("lezer7@", StringComparison.Ordinal) ? "550 5.1.1 Onbekend" : null,
            ThinksAbout = _ => Interlocked.Increment(ref taken) > Subscribers / 2 && !half.Task.IsCompleted ? TimeSpan.FromSeconds(3) : TimeSpan.Zero,
        });
        await using var kiosk = await RunningKiosk.StartAsync(
            harvest: false, ("Kiosk:Mail:Host", "127.0.0.1"), ("Kiosk:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Kiosk:Mail:Tls", "false"), ("Kiosk:Mail:Connections", "2"), ("Kiosk:Digest:Send", "false"));
        await FillAsync(kiosk);
        await newsstand.VisitAsync(kiosk, Reader.AnEditor, async page =>
        {
            await page.Clock.InstallAsync();
            await page.GotoAsync("/redactie/weekbrief/bezorging");
            var told = page.Locator("#hoever [role=status]");
            await Assertions.Expect(told).ToHaveTextAsync("Er is nog geen brief klaargezet.");
            var day = DigestCalendar.DayOf(DigestCalendar.WeekOf(DutchTime.DayOf(TimeProvider.System.GetUtcNow())), DayOfWeek.Tuesday);
            var sending = kiosk.Of<DigestRound>().RunDayAsync(day, _ => { }, CancellationToken.None);
            await Eventually.GetAsync(() => Task.FromResult(Volatile.Read(ref taken)), count => count > Subscribers / 2);
            await page.Clock.FastForwardAsync(3_100);
            await Assertions.Expect(told).ToContainTextAsync($"van {Subscribers} brieven gedaan");
            Assert.InRange(await page.Locator("#hoever progress").EvaluateAsync<double>("bar => bar.value / bar.max"), 0.3, 0.7);

            half.SetResult();
            Assert.Equal(Subscribers - 1, (await sending).Sent);
            await page.Clock.FastForwardAsync(3_100);
            await Assertions.Expect(told).ToHaveTextAsync($"Klaar: {Subscribers - 1} brieven zijn verstuurd.");
            await Assertions.Expect(page.Locator("#mis tbody tr")).ToContainTextAsync("l…7@gemeente.example");
            Assert.Equal("", await AxeScan.FindingsAsync(page));
        });
    }

    private static async Task FillAsync(RunningKiosk kiosk)
    {
        await using var db = await kiosk.OpenAsync();
        var (now, topic) = (TimeProvider.System.GetUtcNow(), await db.Topics.OrderBy(topic => topic.Id).FirstAsync());
        var article = Sample.Article((await db.Sources.OrderBy(source => source.Id).FirstAsync()).Id, "Snel bellen helpt");
        article.FirstSeenAt = article.PublishedAt = article.ChangedAt = now.AddHours(-1);
        article.Topics.Add(new ArticleTopic { TopicId = topic.Id, TaggedBy = TaggedBy.Rule, TaggedAt = now });
        db.Add(article);
        for (var number = 0; number < Subscribers; number++)
        {
            var subscriber = new Subscriber { Email = $"lezer{number}@gemeente.example", AskedAt = now.AddDays(-30), ConsentedAt = now.AddDays(-30) };
            subscriber.Topics.Add(new SubscriberTopic { TopicId = topic.Id });
            db.Add(subscriber);
        }

        await db.SaveChangesAsync();
    }
}
