using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Digests;

public sealed class DigestRoundTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Each_gets_her_topics_once_and_who_has_nothing_gets_no_mail(StorageKind kind)
    {
        await using var press = await DigestPress.OpenAsync(kind);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.ArticleAsync("Een rechter legt uit", 2, 2);
        await press.ArticleAsync("Te lang geleden", 9, 1);
        await press.SubscribeAsync("noor", 1);
        await press.SubscribeAsync("bilal", 1, 2);
        await press.SubscribeAsync("niets", 3);

        var tally = await press.Round.RunDueAsync(None);
        var again = await press.Round.RunDueAsync(None);

        Assert.Equal((2, 1, 0), (tally.Sent, tally.Empty, again.Done));
        var noor = Assert.Single(press.Postman.Mails, mail => mail.To.StartsWith("noor", StringComparison.Ordinal));
        Assert.Contains("Snel bellen helpt", noor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rechter", noor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Te lang geleden", noor.Text, StringComparison.Ordinal);
        Assert.Contains("Een rechter legt uit", Assert.Single(press.Postman.Mails, mail => mail.To.StartsWith("bilal", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        await using var db = press.Open();
        Assert.Equal([DeliveryState.Sent, DeliveryState.Sent, DeliveryState.Empty], await db.Deliveries.OrderBy(delivery => delivery.SubscriberId).Select(delivery => delivery.State).ToListAsync(None));
        Assert.Equal(2, await db.DigestPieces.CountAsync(piece => piece.PublishedAt != null, None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task No_article_and_no_story_comes_twice_even_when_it_is_picked_later(StorageKind kind)
    {
        await using var press = await DigestPress.OpenAsync(kind);
        var first = await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.SubscribeAsync("noor", 1);
        await press.Round.RunDueAsync(None);
        press.Time.Advance(TimeSpan.FromDays(7));
        var fresh = await press.ArticleAsync("Iets anders", -6, 1);
        var sibling = await press.ArticleAsync("Hetzelfde elders", -6, 1);
        await using (var db = press.Open())
        {
            db.Picks.Add(new Pick { ArticleId = first, Quote = "Lees dit.", Signature = "Redactie", StartsOn = DigestPress.Tuesday.AddDays(3), EndsOn = DigestPress.Tuesday.AddDays(9), MadeAt = DigestPress.Morning.AddDays(3) });
            await Kiosk.Data.Stories.StoryMembership.StartAsync(db, [sibling, first], DigestPress.Morning, None);
            await db.SaveChangesAsync(None);
        }

        await press.Round.RunDueAsync(None);

        Assert.Equal(2, press.Postman.Mails.Count);
        Assert.DoesNotContain("Snel bellen", press.Postman.Mails[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("elders", press.Postman.Mails[1].Text, StringComparison.Ordinal);
        await using var after = press.Open();
        Assert.Equal([first, fresh], await after.DeliveryPieces.OrderBy(piece => piece.DigestId).Select(piece => piece.ArticleId).ToListAsync(None));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task After_a_crash_everybody_gets_her_letter_and_only_what_was_in_flight_comes_again_under_the_same_id(StorageKind kind)
    {
        await using var press = await DigestPress.OpenAsync(kind);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        for (var number = 0; number < 12; number++)
            await press.SubscribeAsync($"lezer{number}", 1);
        // Taken by the server, and then the process dies before it could write that down.
        var handed = 0;
        press.Postman.Before = message =>
        {
            if (Interlocked.Increment(ref handed) == 5)
            {
                lock (press.Postman.Mails)
                    press.Postman.Mails.Add((message.To[0].Address, message.Subject, message.Headers["Message-ID"]!, ""));
                throw new InvalidOperationException("kill -9");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => press.Round.RunDueAsync(None));
        press.Postman.Before = null;
        press.Time.Advance(new HarvestOptions().Lease + TimeSpan.FromSeconds(1));
        await press.ArticleAsync("Kwam na de klap", -0.001, 1);

        await press.Round.RunDueAsync(None);

        Assert.Equal(13, press.Postman.Mails.Count);
        Assert.Equal(12, press.Postman.Mails.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(12, press.Postman.Mails.Select(mail => mail.MessageId).Distinct().Count());
        // Composed before the crash: the later attempt tells the same.
        Assert.DoesNotContain(press.Postman.Mails, mail => mail.Text.Contains("Kwam na de klap", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_restored_archive_sends_nothing_that_was_due_before_it_was_put_back(StorageKind kind)
    {
        await using var press = await DigestPress.OpenAsync(kind);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.SubscribeAsync("noor", 1);
        // The backup was made before seven, the letters went at seven, and at a quarter past the archive was put back.
        await using (var db = press.Open())
        {
            db.Add(new ArchiveProperty { Name = ArchiveProperty.RestoredAt, Value = DigestPress.Morning.AddMinutes(-15).ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
            await db.SaveChangesAsync(None);
        }

        Assert.Equal(0, (await press.Round.RunDueAsync(None)).Sent);
        press.Time.Advance(TimeSpan.FromDays(7));
        await press.ArticleAsync("Een week later", -6, 1);
        Assert.Equal(1, (await press.Round.RunDueAsync(None)).Sent);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_nodes_at_once_send_each_letter_once(StorageKind kind)
    {
        await using var press = await DigestPress.OpenAsync(kind);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        for (var number = 0; number < 120; number++)
            await press.SubscribeAsync($"lezer{number}", 1);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => press.Round.RunDueAsync(None))));
        Assert.Equal(120, press.Postman.Mails.Count);
        Assert.Equal(120, press.Postman.Mails.Select(mail => mail.To).Distinct().Count());
    }

    [Fact]
    public async Task A_restored_backup_sends_nothing_that_is_too_old_unless_asked_by_date()
    {
        await using var press = await DigestPress.OpenAsync();
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.SubscribeAsync("noor", 1);
        await press.Get<DeliveryPlan>().PlanAsync(DigestPress.Tuesday, DigestPress.Morning, DigestPress.Morning, None);
        press.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, (await press.Round.RunDueAsync(None)).TooLate);
        Assert.Empty(press.Postman.Mails);

        await press.SubscribeAsync("bilal", 1);
        Assert.Equal(1, (await press.Round.RunDayAsync(DigestPress.Tuesday, _ => { }, None)).Sent);
        Assert.StartsWith("bilal", Assert.Single(press.Postman.Mails).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_a_server_puts_off_is_tried_again_later_and_in_the_end_given_up()
    {
        await using var press = await DigestPress.OpenAsync();
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.SubscribeAsync("noor", 1);
        press.Postman.Before = _ => throw new SmtpException(SmtpStatusCode.MailboxBusy, "4.2.1 Even geduld.");
        for (var attempt = 0; attempt < 12; attempt++)
        {
            await press.Round.RunDueAsync(None);
            press.Time.Advance(TimeSpan.FromHours(3));
        }

        await using var db = press.Open();
        var delivery = await db.Deliveries.SingleAsync(None);
        Assert.Equal((DeliveryState.GivenUp, 8), (delivery.State, delivery.Attempts));
        Assert.Contains("Even geduld", delivery.Reason, StringComparison.Ordinal);
        Assert.Empty(await db.DeliveryPieces.ToListAsync(None));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_costs_nobody_else_hers()
    {
        await using var press = await DigestPress.OpenAsync();
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        await press.SubscribeAsync("noor@@gemeente.example", 1);
        await press.SubscribeAsync("noor", 1);
        var tally = await press.Round.RunDueAsync(None);
        Assert.Equal((1, 1), (tally.Sent, tally.Failed));
        Assert.StartsWith("noor", Assert.Single(press.Postman.Mails).To, StringComparison.Ordinal);
        await using var db = press.Open();
        Assert.Equal([DeliveryState.GivenUp, DeliveryState.Sent], await db.Deliveries.OrderBy(delivery => delivery.SubscriberId).Select(delivery => delivery.State).ToListAsync(None));
    }

    [Fact]
    public async Task What_editors_hold_back_waits_and_what_they_approve_goes_as_they_saw_it()
    {
        await using var press = await DigestPress.OpenAsync();
        var (first, second) = (await press.ArticleAsync("Snel bellen helpt", 1, 1), await press.ArticleAsync("Een rechter legt uit", 2, 1));
        await press.ArticleAsync("Reclame voor leningen", 1, 1);
        await press.SubscribeAsync("noor", 1);
        var (desk, week) = (press.Get<DigestDesk>(), DigestCalendar.WeekOf(DigestPress.Tuesday));
        await desk.ChangeAsync(week, null, (digest, now) => digest.HeldAt = now, None);
        await press.Round.RunDueAsync(None);
        Assert.Empty(press.Postman.Mails);

        await desk.AddAsync(week, 1, second, None);
        await desk.DropAsync(week, 1, (await PieceAsync(press, "Reclame voor leningen")), None);
        await desk.IntroduceAsync(week, 1, "Begin bij de rechter.", "Marit", None);
        await desk.ChangeAsync(week, null, (digest, now) => (digest.HeldAt, digest.ApprovedAt) = (null, now), None);
        press.Time.Advance(TimeSpan.FromHours(1));
        await press.ArticleAsync("Kwam na het goedkeuren", -0.03, 1);
        await press.Round.RunDueAsync(None);

        var text = Assert.Single(press.Postman.Mails).Text;
        Assert.Contains("Begin bij de rechter.", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Een rechter legt uit", StringComparison.Ordinal) < text.IndexOf("Snel bellen helpt", StringComparison.Ordinal));
        Assert.DoesNotContain("Reclame", text, StringComparison.Ordinal);
        Assert.DoesNotContain("goedkeuren", text, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    private static async Task<long> PieceAsync(DigestPress press, string title)
    {
        await using var db = press.Open();
        return await db.Articles.Where(article => article.Title == title).Select(article => article.Id).SingleAsync(None);
    }
}
