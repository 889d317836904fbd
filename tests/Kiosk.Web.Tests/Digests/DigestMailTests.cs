using System.Text;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kiosk.Web.Tests.Digests;

public sealed class DigestMailTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_bytes_of_a_letter_say_what_it_is_and_how_to_leave()
    {
        await using var press = await DigestPress.OpenAsync(settings: [("Kiosk:Address", "https://kiosk.example.nl"), ("Kiosk:Mail:From", "de Kiosk <weekbrief@kiosk.example.nl>"),
            ("Kiosk:Digest:UnsubscribeMailbox", "afmelden@kiosk.example.nl"), ("Kiosk:Digest:Publisher", "De Kiosk, Voorbeeldplein 1, 1234 AB Voorbeeldstad"), ("Kiosk:Digest:ReplyTo", "redactie@kiosk.example.nl")]);
        await press.ArticleAsync("Eén crisis, twee coördinatoren: hoe ‘vroeg erop af’ in vijf gemeenten uitpakte", 1, 1);
        var (bytes, mail) = await WrittenAsync(press, await press.SubscribeAsync("noor", 1));

        Assert.All(bytes, letter => Assert.True(letter < 128, "Only ASCII may stand in a mail that any server passes on."));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.True(line.Length <= 998 && !line.Contains('\n', StringComparison.Ordinal), line));
        Assert.StartsWith("Weekbrief 48: Eén crisis, twee coördinatoren: hoe ‘vroeg erop af’", mail["Subject"], StringComparison.Ordinal);
        Assert.Matches("^<weekbrief\\.1\\.1\\.[0-9a-f]{16}@kiosk\\.example\\.nl>$", mail["Message-ID"]);
        Assert.Matches("^<https://kiosk\\.example\\.nl/weekbrief/afmelden/[\\w-]{32}>, <mailto:afmelden@kiosk\\.example\\.nl\\?subject=afmelden>$", mail["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("Weekbrief van de Kiosk <weekbrief.kiosk.example.nl>", mail["List-Id"]);
        Assert.Equal("2026-48:weekbrief:kiosk:kiosk.example.nl", mail["Feedback-ID"]);
        Assert.Matches(@"^\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$", mail["Date"]);
        Assert.Contains("redactie@kiosk.example.nl", mail["Reply-To"], StringComparison.Ordinal);
        var raw = Encoding.ASCII.GetString(bytes);
        Assert.True(raw.IndexOf("text/plain", StringComparison.Ordinal) < raw.IndexOf("text/html", StringComparison.Ordinal), "The richest part comes last (RFC 2046, 5.1.4).");
        Assert.Contains("Voorbeeldplein 1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("?via=weekbrief-2026-48", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", mail.Html!, StringComparison.OrdinalIgnoreCase);
        var page = TestKiosk.Parse(mail.Html!);
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.StartsWith("https://kiosk.example.nl/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_attempt_is_the_same_mail_and_overwrites_the_first_in_the_outbox()
    {
        await using var press = await DigestPress.OpenAsync();
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        var id = await press.SubscribeAsync("noor", 1);
        var (_, first) = await WrittenAsync(press, id);
        var (_, second) = await WrittenAsync(press, id);
        Assert.Equal(first["Message-ID"], second["Message-ID"]);
        Assert.Equal((first.Text, first.Html), (second.Text, second.Html));
    }

    [Fact]
    public async Task A_setting_leaves_the_campaign_out_and_plain_text_comes_alone()
    {
        await using var press = await DigestPress.OpenAsync(settings: [("Kiosk:Digest:Campaign", "false")]);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        var id = await press.SubscribeAsync("noor", 1);
        await using (var db = press.Open())
            await db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(one => one.PlainText, true), None);
        var (_, mail) = await WrittenAsync(press, id);
        Assert.Null(mail.Html);
        Assert.StartsWith("text/plain", mail["Content-Type"], StringComparison.Ordinal);
        Assert.DoesNotContain("via=", mail.Text, StringComparison.Ordinal);
        Assert.All(mail.Text.Split('\n').Where(line => !line.Contains("http", StringComparison.Ordinal)), line => Assert.True(line.Length <= 74, line));
    }

    [Fact]
    public async Task Hostile_titles_stay_text_and_rights_hold()
    {
        await using var press = await DigestPress.OpenAsync();
        await press.ArticleAsync(Newsstand.Hostile, 1, 1);
        await using (var db = press.Open())
        {
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.Lead, "geheim " + Newsstand.Hostile), None);
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.Rights, Kiosk.Data.Rights.Link), None);
        }

        var (_, mail) = await WrittenAsync(press, await press.SubscribeAsync("noor", 1));
        var page = TestKiosk.Parse(mail.Html!);
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], [onmouseover]"));
        Assert.DoesNotContain("geheim", mail.Html!, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_or_borrowed_link_is_nobodys_and_a_restart_changes_none()
    {
        await using var press = await DigestPress.OpenAsync();
        var links = press.Get<SubscriberLinks>();
        var token = links.Token(12, LinkUse.Manage);
        Assert.Equal(12, links.Read(token, LinkUse.Manage));
        Assert.Null(links.Read(token, LinkUse.Confirm));
        Assert.Null(links.Read(token[..^1] + (token[^1] == 'A' ? "B" : "A"), LinkUse.Manage));
        Assert.Null(links.Read(token[..^1], LinkUse.Manage));
        Assert.Null(links.Read("é" + token[1..], LinkUse.Manage));
        Assert.Null(links.Read(null, LinkUse.Manage));
        Assert.Equal(token, new SubscriberLinks(press.Get<IDbContextFactory<Kiosk.Data.KioskDb>>(), press.Get<Kiosk.Web.Accounts.PublicAddress>()).Token(12, LinkUse.Manage));
    }

    private static async Task<(byte[] Bytes, WrittenMail Mail)> WrittenAsync(DigestPress press, long subscriberId)
    {
        await using var db = press.Open();
        var subscriber = await db.Subscribers.AsNoTracking().Include(one => one.Topics).SingleAsync(one => one.Id == subscriberId, None);
        var week = DigestCalendar.WeekOf(DigestPress.Tuesday);
        var pool = await press.Get<DigestPreview>().PoolAsync(week, None);
        var letter = await press.Get<LetterComposer>().PreviewAsync(pool, subscriber.Topics.Select(link => link.TopicId).ToHashSet(), 12, pool.Until.AddDays(-7), HadBefore.Nothing, DigestPress.Tuesday, None);
        var mail = press.Get<DigestMail>();
        letter = letter with { Links = mail.Links(week, press.Get<SubscriberLinks>().Token(subscriberId, LinkUse.Manage)) };
        var directory = Directory.CreateTempSubdirectory("kiosk-digest-").FullName;
        try
        {
            var outbox = new Outbox(new StorageOptions { DataDirectory = directory }, new ManualTime(DigestPress.Morning), NullLogger<Outbox>.Instance);
            for (var attempt = 0; attempt < 2; attempt++)
            {
                using var message = mail.Write(letter, subscriber, 1);
                await outbox.DeliverAsync(message, None);
            }

            var bytes = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(directory, "outbox"), "*.eml")), None);
            return (bytes, WrittenMail.Parse(Encoding.UTF8.GetString(bytes)));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
