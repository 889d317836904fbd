using System.Globalization;
using System.Net.Mail;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Bounces;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.CommandLine;
using Kiosk.Web.Tests.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Tests.Mail;

/// <summary>Letters over a mail server that others made, and what it makes of them.</summary>
public sealed class PostfixTests
{
    private const string Noor = "noor@gemeente.example";
    private const string Later = "later@gemeente.example";
    private const string Returns = "terug@kiosk.example";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Letters_arrive_whole_refusals_and_patience_are_understood_and_what_it_sends_back_later_stops_a_subscriber()
    {
        using var certificate = SmtpScript.SelfSigned();
        await using var elsewhere = SmtpServer.Start(new SmtpScript { ToRecipient = _ => "550 5.1.1 Werkt hier niet meer" });
        await using var postfix = await Postfix.StartAsync(elsewhere.Port, certificate, Noor, Later, Returns);
        await postfix.AnswerAsync(Later, "DEFER_IF_PERMIT 4.2.0 Nog even geduld");
        await using var press = await OpenAsync(postfix);
        foreach (var address in new[] { Noor, Later, "weg@gemeente.example", "oud@elders.example" })
            await press.SubscribeAsync(address, 1);
        await press.ArticleAsync("Eén brief, €100 en een ‘schone lei’", 1, 1);

        var tally = await press.Round.RunDueAsync(None);
        Assert.Equal((2, DeliveryState.HardBounced, DeliveryState.Waiting), (tally.Sent, await StateAsync(press, "weg@gemeente.example"), await StateAsync(press, Later)));
        await ArrivedWholeAsync(postfix, press);
        // What was taken and then refused elsewhere comes back to the envelope's sender.
        await Eventually.GetAsync(() => Task.FromResult(postfix.MailsOf(Returns).Count), count => count == 1);
        Assert.Equal(1, await press.Get<BounceDrop>().ReadAsync(None));
        Assert.Equal(DeliveryState.HardBounced, await StateAsync(press, "oud@elders.example"));
        Assert.Empty(postfix.MailsOf(Returns));

        await postfix.AnswerAsync(Later, null);
        press.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await press.Round.RunDueAsync(None)).Sent == 1, postfix.Log());
        await Eventually.GetAsync(() => Task.FromResult(postfix.MailsOf(Later).Count), count => count == 1);
        await using var db = press.Open();
        Assert.Equal(["oud@elders.example", "weg@gemeente.example"], await db.Subscribers.Where(one => one.StoppedAt != null).OrderBy(one => one.Email).Select(one => one.Email).ToListAsync(None));
        Assert.Equal(2, await db.SubscriptionDays.SumAsync(day => day.Stopped, None));
    }

    [Fact]
    public async Task Encrypted_or_not_at_all_and_hard_lines_survive()
    {
        using var certificate = SmtpScript.SelfSigned();
        await using var postfix = await Postfix.StartAsync(elsewhere: 9, certificate, Noor);
        await using var place = await Workplace.OpenAsync();
        place.WriteFeeds();
        foreach (var (name, value) in new[] { ("MAIL__HOST", "localhost"), ("MAIL__PORT", Number(postfix.Port)), ("MAIL__TLS", "true") })
            place.Settings["KIOSK__" + name] = value;
        await MustAsync(place, "import", place.File("stukken.jsonl", string.Create(CultureInfo.InvariantCulture,
            $$"""{"url":"https://bron.example/1","title":"Stuk over de wsnp","text":"Een tekst over de wsnp.","published":"{{TimeProvider.System.GetUtcNow().AddHours(-1):yyyy-MM-dd'T'HH:mm:ssZ}}","topics":["wsnp"]}""")));
        await MustAsync(place, "subscribers", "import", place.File("abonnees.csv", $"address,topics,consent\n{Noor},wsnp,2026-03-01\n"));
        var day = DigestCalendar.DayOf(DigestCalendar.WeekOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), DayOfWeek.Tuesday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Nobody signed its certificate, so it gets nothing from a machine that does not trust it.
        using (var wary = new SmtpPostman(Options.Create(new MailOptions { Host = "localhost", Port = postfix.Port, Tls = true }), new MailServerRest(TimeProvider.System), TimeProvider.System))
        using (var letter = new MailMessage("kiosk@kiosk.example", Noor))
            Assert.Contains("certificate", (await Assert.ThrowsAsync<MailRefusedException>(() => wary.DeliverAsync(letter, None))).ToString(), StringComparison.Ordinal);
        place.Settings["SSL_CERT_FILE"] = postfix.CertificatePath;
        await MustAsync(place, "digest", "send", "--date", day);
        await Eventually.GetAsync(() => Task.FromResult(postfix.MailsOf(Noor).Count), count => count == 1);
        Assert.Contains("using TLSv1.", Assert.Single(postfix.MailsOf(Noor)), StringComparison.Ordinal);

        using var postman = new SmtpPostman(Options.Create(new MailOptions { Host = "127.0.0.1", Port = postfix.Port, Tls = false }), new MailServerRest(TimeProvider.System), TimeProvider.System);
        var hard = $".\r\n..punten\r\nFrom de bron\r\n{new string('é', 3000)}\r\neinde";
        using var message = new MailMessage("kiosk@kiosk.example", Noor) { Subject = new string('ë', 200), SubjectEncoding = System.Text.Encoding.UTF8 };
        message.AlternateViews.Add(MailPart.Text(hard));
        await postman.DeliverAsync(message, None);
        var mails = await Eventually.GetAsync(() => Task.FromResult(postfix.MailsOf(Noor)), mails => mails.Count == 2);
        var parsed = mails.Select(WrittenMail.Parse).Single(mail => mail["Subject"] == message.Subject);
        Assert.Equal(hard, parsed.Text.TrimEnd().ReplaceLineEndings("\r\n"));
        Assert.All(mails, mail => Assert.All(mail.Split('\n'), line => Assert.InRange(line.Length, 0, 998)));
    }

    /// <summary>The letter is as it was written: its headers, its text and its HTML.</summary>
    private static async Task ArrivedWholeAsync(Postfix postfix, DigestPress press)
    {
        await Eventually.GetAsync(() => Task.FromResult(postfix.MailsOf(Noor).Count), count => count == 1);
        var (mail, subscriber) = (WrittenMail.Parse(Assert.Single(postfix.MailsOf(Noor))), 1);
        Assert.Equal(press.Get<SubscriberLinks>().MessageId(subscriber, 1, "localhost.localdomain"), mail["Message-ID"]);
        Assert.Equal(Returns, mail["Return-Path"].Trim('<', '>'));
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.True(DateTimeOffset.TryParse(mail["Date"], CultureInfo.InvariantCulture, out _), mail["Date"]);
        Assert.All([mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html)], part => Assert.Contains("Eén brief, €100 en een ‘schone lei’", part, StringComparison.Ordinal));
    }

    private static Task<DigestPress> OpenAsync(Postfix postfix) => DigestPress.OpenAsync(
        StorageKind.Sqlite, ("Kiosk:Mail:Host", "127.0.0.1"), ("Kiosk:Mail:Port", Number(postfix.Port)), ("Kiosk:Mail:Tls", "false"), ("Kiosk:Digest:Hour", "07:00"), ("Kiosk:Mail:ReturnPath", Returns),
        ("Kiosk:Mail:BounceDirectory", postfix.Mailbox(Returns)));

    private static async Task<DeliveryState> StateAsync(DigestPress press, string address)
    {
        await using var db = press.Open();
        return await db.Deliveries.Where(delivery => delivery.Subscriber!.Email == address).Select(delivery => delivery.State).SingleAsync(None);
    }

    private static async Task MustAsync(Workplace place, params string[] command)
    {
        var (code, output, error) = await place.RunAsync(command);
        Assert.True(code == 0, output + error);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
