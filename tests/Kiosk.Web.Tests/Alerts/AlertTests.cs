using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Alerts;
using Kiosk.Web.Searching;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Alerts;

/// <summary>What alerts find and mail, on both databases.</summary>
public sealed class AlertTests
{
    private static readonly TimeSpan Gathered = AlertClock.Gathering + TimeSpan.FromSeconds(1);

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_comes_within_minutes_comes_in_one_letter_and_never_again(StorageKind kind)
    {
        await using var bench = await AlertBench.StartAsync(kind);
        await bench.PublishAsync("Beslag van tevoren");
        var id = await bench.AlertAsync("beslag OF vtlb");
        await bench.PublishAsync("Beslag op de auto", "Een opening\r\nover beslag.");
        await bench.PublishAsync("Heel iets anders");
        await bench.RunAsync();
        Assert.Empty(bench.Sent);
        await bench.PublishAsync("Nieuwe vtlb per januari");
        await bench.PassAsync(Gathered);

        var mail = Assert.Single(bench.Sent);
        Assert.Equal(("noor@kiosk.example", "2 nieuwe stukken voor ‘beslag OF vtlb’"), (mail.To, mail.Subject));
        Assert.Contains("Beslag op de auto\r\nDemobron", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Een opening over beslag.\r\nhttps://kiosk.example/artikel/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("van tevoren", mail.Text, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal($"<{bench.Of<AlertMail>().OffLink(id)}>", mail.Headers["List-Unsubscribe"]);
        await using (var db = bench.Open())
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.Title, article => article.Title + " (bijgewerkt)"), TestContext.Current.CancellationToken);
        await bench.PassAsync(TimeSpan.FromHours(2));
        Assert.Single(bench.Sent);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Many_finds_make_few_letters_that_say_how_many_more_there_are(StorageKind kind)
    {
        await using var bench = await AlertBench.StartAsync(kind);
        await bench.AlertAsync("beslag");
        for (var minute = 0; minute < 60; minute++)
        {
            await bench.PublishAsync($"Beslag nummer {minute}");
            bench.Time.Advance(TimeSpan.FromMinutes(1));
            if (minute % 5 == 4)
                await bench.RunAsync();
        }

        await bench.PassAsync(TimeSpan.FromMinutes(16));
        Assert.InRange(bench.Sent.Count, 2, 5);
        Assert.Equal(60, bench.Sent.Sum(mail => mail.Text.Split("\r\n").Count(line => line.StartsWith("Beslag nummer", StringComparison.Ordinal)) + More(mail)));
        var largest = bench.Sent.MaxBy(More)!;
        if (More(largest) > 0)
            Assert.Contains("bekijk alles in de Kiosk:\r\nhttps://kiosk.example/zoeken?q=beslag&sorteer=nieuwste", largest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_letter_holds_is_counted()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        for (var number = 0; number < 22; number++)
            await bench.PublishAsync($"Beslag {number}");
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        Assert.Contains("En nog 7 stukken: bekijk alles in de Kiosk", Assert.Single(bench.Sent).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Three_nodes_and_a_letter_that_breaks_off_tell_each_find_in_one_letter(StorageKind kind)
    {
        await using var bench = await AlertBench.StartAsync(kind);
        bench.AddNode();
        bench.AddNode();
        await bench.AlertAsync("beslag");
        for (var number = 0; number < 12; number++)
            await bench.PublishAsync($"Beslag {number}");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(bench.RunAsync));
        bench.Time.Advance(Gathered);
        bench.Failure = new SmtpException("De server zei nee.");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(bench.RunAsync));
        bench.Failure = null;
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(bench.RunAsync));
        Assert.Equal("12 nieuwe stukken voor ‘beslag’", Assert.Single(bench.Sent).Subject);
        await using var db = bench.Open();
        Assert.Equal((12, 1), (await db.AlertFinds.CountAsync(TestContext.Current.CancellationToken), await db.AlertLetters.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_server_that_is_down_for_a_night_costs_no_letter_and_one_that_refuses_it_five_times_ends_it()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        await bench.PublishAsync("Beslag");
        await bench.RunAsync();
        bench.Failure = new SmtpException("Failure sending mail.", new System.Net.Sockets.SocketException(111));
        await bench.PassAsync(Gathered);
        for (var hour = 0; hour < 12; hour++)
            await bench.PassAsync(TimeSpan.FromHours(1));
        bench.Failure = null;
        await bench.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("Nieuw: Beslag", Assert.Single(bench.Sent).Subject);

        await bench.PublishAsync("Beslag op loon");
        await bench.RunAsync();
        bench.Failure = new SmtpException(SmtpStatusCode.MailboxUnavailable, "5.7.1 Liever niet.");
        for (var attempt = 0; attempt < 6; attempt++)
            await bench.PassAsync(TimeSpan.FromHours(5));
        await using var db = bench.Open();
        var letter = await db.AlertLetters.OrderBy(letter => letter.Id).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal((5, null, null), (letter.Attempts, letter.SentAt, letter.NextAttemptAt));
        Assert.Contains("Liever niet", letter.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_crash_a_letter_goes_again_under_the_same_id_and_nothing_is_found_anew()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        await bench.PublishAsync("Beslag");
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        // As if the node died between the mail server's yes and writing that down.
        await using (var db = bench.Open())
            await db.AlertLetters.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.SentAt, (DateTimeOffset?)null).SetProperty(letter => letter.NextAttemptAt, bench.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        bench.AddNode();
        await bench.RunAsync(node: 1);
        Assert.Equal(2, bench.Sent.Count);
        Assert.Equal(bench.Sent[0].Headers["Message-ID"], bench.Sent[1].Headers["Message-ID"]);
        await bench.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, bench.Sent.Count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_same_news_is_told_once_and_text_that_comes_later_counts(StorageKind kind)
    {
        await using var bench = await AlertBench.StartAsync(kind);
        await bench.AlertAsync("beslag");
        var first = await bench.PublishAsync("Eerste over beslag");
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        await using (var db = bench.Open())
        {
            var story = new Story { LeadId = first, StartedAt = bench.Time.GetUtcNow() };
            db.Stories.Add(story);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.StoryId, story.Id), TestContext.Current.CancellationToken);
            await bench.PublishAsync("Tweede over beslag", story: story.Id);
        }

        var late = await bench.PublishAsync("Nog zonder tekst");
        await bench.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(bench.Sent);
        await using (var db = bench.Open())
            await db.Articles.Where(article => article.Id == late).ExecuteUpdateAsync(set => set.SetProperty(article => article.BodyText, "Hier gaat het over beslag."), TestContext.Current.CancellationToken);
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        Assert.Equal("Nieuw: Nog zonder tekst", bench.Sent[1].Subject);
    }

    [Fact]
    public async Task Mornings_and_weeks_wait_for_their_hour_and_no_mail_is_no_mail()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await using (var db = bench.Open())
        {
            db.Subscribers.Add(new Subscriber { Email = "noor@kiosk.example", AskedAt = bench.Time.GetUtcNow(), ConsentedAt = bench.Time.GetUtcNow(), Weekday = DayOfWeek.Thursday });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.AlertAsync("beslag", AlertPace.Dag);
        await bench.AlertAsync("vtlb", AlertPace.Week);
        var silent = await bench.AlertAsync("incasso", AlertPace.Niet);
        await bench.PublishAsync("Beslag, vtlb en incasso");
        await bench.RunAsync();
        await using (var db = bench.Open())
        {
            var due = await db.Alerts.ToDictionaryAsync(alert => alert.Query, alert => alert.NextLetterAt, TestContext.Current.CancellationToken);
            Assert.Equal("7.00", Kiosk.Web.Reading.DutchTime.Hour(due["beslag"]!.Value));
            Assert.InRange(due["beslag"]!.Value - bench.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromDays(1));
            Assert.Equal((DayOfWeek.Thursday, "7.00"), (Kiosk.Web.Reading.DutchTime.DayOf(due["vtlb"]!.Value).DayOfWeek, Kiosk.Web.Reading.DutchTime.Hour(due["vtlb"]!.Value)));
            Assert.Null(due["incasso"]);
        }

        for (var day = 0; day < 8; day++)
            await bench.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, bench.Sent.Count);
        // What it found while it did not mail stays out of its first letter.
        Assert.Null(await bench.Book.ChangeAsync(bench.Reader, silent, "incasso", exactly: false, AlertPace.Meteen, TestContext.Current.CancellationToken));
        await bench.PublishAsync("Incasso daarna");
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        Assert.Equal("Nieuw: Incasso daarna", bench.Sent[2].Subject);
    }

    [Fact]
    public async Task Old_pieces_of_a_new_source_fill_no_mailbox_and_a_restored_backup_tells_nothing_twice()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        await bench.PublishAsync("Beslag van lang geleden", daysOld: 40);
        await bench.RunAsync();
        await using (var db = bench.Open())
        {
            Assert.Empty(db.AlertFinds);
            db.ArchiveProperties.Add(new ArchiveProperty { Name = ArchiveProperty.RestoredAt, Value = bench.Time.GetUtcNow().ToString("O") });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.PublishAsync("Beslag van voor de backup", daysOld: 0.5);
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        Assert.Empty(bench.Sent);
        await bench.PublishAsync("Beslag van erna");
        await bench.RunAsync();
        await bench.PassAsync(TimeSpan.FromMinutes(20));
        Assert.Equal("Nieuw: Beslag van erna", Assert.Single(bench.Sent).Subject);
    }

    [Fact]
    public async Task Rights_hold_in_mail_and_hostile_titles_break_nothing()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        await using (var db = bench.Open())
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(source => source.Rights, Rights.Link), TestContext.Current.CancellationToken);
        await bench.PublishAsync($"Beslag\r\nBcc: x@y.example {Newsstand.Hostile}", "Geheime opening", body: "Geheime tekst");
        await bench.RunAsync();
        await bench.PassAsync(Gathered);
        var mail = Assert.Single(bench.Sent);
        Assert.DoesNotContain("Geheime", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mail.Subject);
    }

    [Fact]
    public async Task A_feed_that_was_trimmed_too_far_costs_no_find()
    {
        await using var bench = await AlertBench.StartAsync(StorageKind.Sqlite);
        await bench.AlertAsync("beslag");
        await bench.PublishAsync("Beslag 0");
        await bench.RunAsync();
        for (var number = 1; number < 6; number++)
            await bench.PublishAsync($"Beslag {number}");
        await using (var db = bench.Open())
            await Kiosk.Data.Changes.ChangeFeed.TrimAsync(db, keep: 1, TestContext.Current.CancellationToken);
        await bench.RunAsync();
        await using (var db = bench.Open())
            Assert.Equal(6, await db.AlertFinds.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_topic_or_source_that_is_called_otherwise_now_is_found_as_it_was_written(StorageKind kind)
    {
        await using var bench = await AlertBench.StartAsync(kind);
        await bench.AlertAsync("onderwerp:wsnp");
        await bench.AlertAsync("bron:verdwenen");
        await using (var db = bench.Open())
        {
            var (topic, kept) = (new Topic { Slug = "saneren", Name = "Saneren" }, await db.Sources.SingleAsync(TestContext.Current.CancellationToken));
            db.Topics.Add(topic);
            var gone = Sample.Source();
            (gone.Slug, gone.Name, gone.Url, gone.MergedInto) = ("verdwenen", "Verdwenen", "https://weg.example/feed", kept.Id);
            db.Sources.Add(gone);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            db.TopicAddresses.Add(new Kiosk.Data.Topics.TopicAddress { Slug = "wsnp", TopicId = topic.Id });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await bench.Of<SearchWords>().RefreshAsync(TestContext.Current.CancellationToken);
            var article = await bench.PublishAsync("Zonder een van die woorden");
            db.ArticleTopics.Add(new ArticleTopic { ArticleId = article, TopicId = topic.Id, TaggedBy = TaggedBy.Rule, TaggedAt = bench.Time.GetUtcNow() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.RunAsync();
        await using (var db = bench.Open())
            Assert.Equal(2, await db.AlertFinds.CountAsync(TestContext.Current.CancellationToken));
    }

    private static int More(SentMail mail) => mail.Text.Split("En nog ") is [_, var rest] ? int.Parse(rest.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;
}
