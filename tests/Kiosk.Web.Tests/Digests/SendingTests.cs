using System.Globalization;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Digests;

/// <summary>The weekly digest over a server that really speaks SMTP: what each kind of answer means for letters and for subscribers.</summary>
public sealed class SendingTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Who_has_no_mailbox_is_stopped_and_who_has_a_full_one_is_after_three_letters_in_a_row(StorageKind kind)
    {
        var full = true;
        await using var server = SmtpServer.Start(new SmtpScript
        {
            ToRecipient = to => to.StartsWith("weg", StringComparison.Ordinal) ? "550 5.1.1 Onbekend" : to.StartsWith("vol", StringComparison.Ordinal) && full ? "552 5.2.2 Vol" : null,
        });
        await using var press = await OpenAsync(server, kind);
        foreach (var name in new[] { "weg", "vol", "noor" })
            await press.SubscribeAsync(name, 1);
        // Full, full, not full, full, full, full: only the last three count together.
        var counted = new List<int>();
        foreach (var week in new[] { true, true, false, true, true, true, true })
        {
            full = week;
            await WeekAsync(press);
            counted.Add((await SubscriberAsync(press, "vol")).SoftBounces);
        }

        var (gone, vol) = (await SubscriberAsync(press, "weg"), await SubscriberAsync(press, "vol"));
        Assert.Equal(("Het adres bestaat niet (meer), zegt de mailserver.", DigestPress.Morning), (gone.StopReason, gone.StoppedAt));
        Assert.Equal((DigestPress.Morning.AddDays(35), "De postbus was drie brieven achter elkaar vol of dicht."), (vol.StoppedAt, vol.StopReason));
        Assert.Equal([1, 2, 2, 1, 2, 3, 3], counted);
        await using var db = press.Open();
        Assert.Equal(2, await db.SubscriptionDays.SumAsync(day => day.Stopped, None));
        Assert.Equal(1, await db.Deliveries.CountAsync(delivery => delivery.Subscriber!.Email.StartsWith("weg"), None));
        Assert.Equal([DeliveryState.HardBounced, DeliveryState.SoftBounced, DeliveryState.Sent], (await db.Deliveries.Where(delivery => delivery.DigestId == 1).OrderBy(delivery => delivery.Id).ToListAsync(None)).Select(delivery => delivery.State));
        Assert.Equal(7, server.Mails.Count(mail => mail.Recipient.StartsWith("noor", StringComparison.Ordinal)));
        // What did not reach her comes in the letter that does.
        var came = WrittenMail.Parse(Assert.Single(server.Mails, mail => mail.Recipient.StartsWith("vol", StringComparison.Ordinal)).Text).Text;
        Assert.All(["Nieuws 1", "Nieuws 2", "Nieuws 3"], title => Assert.Contains(title, came, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_domain_that_asks_for_patience_is_left_in_peace_while_others_get_their_letters(StorageKind kind)
    {
        var asked = 0;
        await using var server = SmtpServer.Start(new SmtpScript
        {
            ToRecipient = to => to.EndsWith("@druk.example", StringComparison.Ordinal) && Interlocked.Increment(ref asked) < 3 ? "450 4.7.1 Te veel, later graag" : null,
        });
        await using var press = await OpenAsync(server, kind, ("Kiosk:Mail:Connections", "1"));
        for (var number = 0; number < 30; number++)
            await press.SubscribeAsync($"lezer{number}@{(number % 2 == 0 ? "druk" : "rustig")}.example", 1);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);

        var first = await press.Round.RunDueAsync(None);
        Assert.Equal((15, 1, 1), (first.Sent, first.Failed, asked));
        press.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(0, (await press.Round.RunDueAsync(None)).Done);
        press.Time.Advance(TimeSpan.FromMinutes(1));
        // One asks again, hears the same, and now the domain gets a quarter of an hour.
        Assert.Equal(1, (await press.Round.RunDueAsync(None)).Failed);
        press.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, (await press.Round.RunDueAsync(None)).Done);
        await using (var db = press.Open())
            Assert.Equal(["druk.example vraagt om geduld."], await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Waiting && delivery.Attempts == 0).Select(delivery => delivery.Reason!).Distinct().ToListAsync(None));
        press.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(15, (await press.Round.RunDueAsync(None)).Sent);
        Assert.Equal(30, server.Mails.Select(mail => mail.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task A_domain_gets_no_more_letters_a_minute_than_set()
    {
        await using var server = SmtpServer.Start();
        await using var press = await OpenAsync(server, StorageKind.Sqlite, ("Kiosk:Mail:PerDomainPerMinute", "20"));
        for (var number = 0; number < 120; number++)
            await press.SubscribeAsync($"lezer{number}@{(number < 50 ? "groot" : $"klein{number}")}.example", 1);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        using var stop = new CancellationTokenSource();
        // The round waits for the next minute, which on this clock never comes by itself.
        var round = press.Round.RunDueAsync(stop.Token);
        await Eventually.GetAsync(() => Task.FromResult(server.Count), count => count == 90);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
        Assert.Equal(20, server.Mails.Count(mail => mail.Recipient.EndsWith("@groot.example", StringComparison.Ordinal)));
        await using (var db = press.Open())
            Assert.Equal(30, await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting && delivery.NextAttemptAt == DigestPress.Morning.AddMinutes(1) && delivery.Attempts == 0, None));
        press.Time.Advance(TimeSpan.FromMinutes(1));
        using var again = new CancellationTokenSource();
        round = press.Round.RunDueAsync(again.Token);
        await Eventually.GetAsync(() => Task.FromResult(server.Count), count => count == 110);
        await again.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
    }

    [Fact]
    public async Task A_server_that_is_down_stops_the_round_and_counts_no_attempt()
    {
        var server = SmtpServer.Start();
        await using var press = await OpenAsync(server, StorageKind.Sqlite);
        for (var number = 0; number < 20; number++)
            await press.SubscribeAsync($"lezer{number}", 1);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await server.DisposeAsync();
        var tally = await press.Round.RunDueAsync(None);

        Assert.StartsWith("De mailserver neemt niets van ons aan.", tally.Stopped, StringComparison.Ordinal);
        Assert.Equal((0, 0), (tally.Sent, tally.Failed));
        Assert.NotNull(press.Get<MailServerRest>().Trouble);
        await using var db = press.Open();
        Assert.Equal(20, await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting && delivery.Attempts == 0, None));
        Assert.Null((await press.Round.RunDueAsync(None)).Stopped); // It is left in peace for a minute.
        press.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await press.Round.RunDueAsync(None)).Stopped);
    }

    [Fact]
    public async Task A_server_that_wants_none_of_our_letters_stops_the_round_and_no_subscriber()
    {
        await using var server = SmtpServer.Start(new SmtpScript { ToRecipient = _ => "554 5.7.1 Relay access denied" });
        await using var press = await OpenAsync(server, StorageKind.Sqlite);
        for (var number = 0; number < 40; number++)
            await press.SubscribeAsync($"lezer{number}", 1);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        var tally = await press.Round.RunDueAsync(None);

        Assert.Contains("Relay access denied", tally.Stopped, StringComparison.Ordinal);
        Assert.InRange(tally.Failed, 10, 10 + new MailOptions().Connections);
        await using var db = press.Open();
        Assert.Equal(40, await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting, None));
        Assert.False(await db.Subscribers.AnyAsync(one => one.StoppedAt != null || one.SoftBounces > 0, None));
    }

    [Fact]
    public async Task A_letter_of_which_the_connection_broke_goes_later_under_the_same_id_and_a_slow_server_gets_its_time()
    {
        var (drops, delays) = (1, 1);
        await using var server = SmtpServer.Start(new SmtpScript
        {
            HangsUpInMailTo = _ => Interlocked.Exchange(ref drops, 0) == 1,
            ThinksAbout = to => to.StartsWith("traag", StringComparison.Ordinal) ? TimeSpan.FromSeconds(1) : TimeSpan.Zero,
            ToMail = mail => mail.Recipient.StartsWith("twee", StringComparison.Ordinal) && Interlocked.Exchange(ref delays, 0) == 1 ? "451 4.2.0 Nog eens graag" : null,
        });
        await using var press = await OpenAsync(server, StorageKind.Sqlite, ("Kiosk:Mail:Connections", "1"));
        foreach (var name in new[] { "een", "twee", "traag" })
            await press.SubscribeAsync(name, 1);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        Assert.Equal((1, 2), await press.Round.RunDueAsync(None) is var first ? (first.Sent, first.Failed) : default);
        await using (var db = press.Open())
        {
            var ids = (await db.Deliveries.AsNoTracking().ToListAsync(None)).ToDictionary(delivery => delivery.SubscriberId, delivery => delivery.Attempts);
            Assert.Equal([1, 1, 1], ids.Values);
        }

        press.Time.Advance(TimeSpan.FromMinutes(5));
        await press.Round.RunDueAsync(None);
        Assert.Equal(3, server.Mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(["een", "traag", "twee"], server.Mails.Select(mail => mail.Recipient.Split('@')[0]).Order(StringComparer.Ordinal));
        Assert.All(server.Mails, mail => Assert.Equal(mail.MessageId, WrittenMail.Parse(mail.Text)["X-Kiosk-Delivery"]));
    }

    private static Task<DigestPress> OpenAsync(SmtpServer server, StorageKind kind, params (string Name, string Value)[] settings) => DigestPress.OpenAsync(kind,
        [("Kiosk:Mail:Host", "127.0.0.1"), ("Kiosk:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Kiosk:Mail:Tls", "false"), ("Kiosk:Digest:Hour", "07:00"), .. settings]);

    /// <summary>Something new, the letters of this week, and on to the next.</summary>
    private static async Task WeekAsync(DigestPress press)
    {
        var week = (int)(press.Time.GetUtcNow() - DigestPress.Morning).TotalDays / 7;
        await press.ArticleAsync($"Nieuws {week + 1}", 1 - (7 * week), 1);
        await press.Round.RunDueAsync(None);
        press.Time.Advance(TimeSpan.FromDays(7));
    }

    private static async Task<Subscriber> SubscriberAsync(DigestPress press, string name)
    {
        await using var db = press.Open();
        return await db.Subscribers.AsNoTracking().SingleAsync(one => one.Email.StartsWith(name), None);
    }
}
