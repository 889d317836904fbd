using System.Net;
using System.Text;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Data.Storage;
using Kiosk.Testing;
using Kiosk.Web.Bounces;
using Kiosk.Web.Digests;
using Kiosk.Web.Tests.Digests;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Bounces;

public sealed class BounceDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_comes_back_counts_once_for_the_letter_that_it_names(StorageKind kind)
    {
        await using var press = await SentAsync(kind, "noor", "bilal", "klaas");
        var desk = press.Get<BounceDesk>();
        Assert.Equal(BounceOutcome.Counted, await TakeAsync(desk, BounceMails.Exchange(IdOf(press, "noor"))));
        Assert.Equal(BounceOutcome.Nothing, await TakeAsync(desk, BounceMails.Exchange(IdOf(press, "noor"))));
        Assert.Equal((1, null), await OneAsync(press, "noor") is var soft ? (soft.SoftBounces, soft.StoppedAt) : default);
        // First it was full, later it turns out to be gone: a hard bounce is the last word.
        Assert.Equal(BounceOutcome.Counted, await TakeAsync(desk, BounceMails.Postfix(IdOf(press, "noor"))));
        Assert.Equal(BounceOutcome.Nothing, await TakeAsync(desk, BounceMails.Exchange(IdOf(press, "noor"))));
        Assert.NotNull((await OneAsync(press, "noor")).StoppedAt);

        Assert.Equal(BounceOutcome.Counted, await TakeAsync(desk, BounceMails.Postfix(IdOf(press, "klaas"), "5.7.1", "smtp; 550 5.7.1 Blocked")));
        Assert.Equal((0, null), await OneAsync(press, "klaas") is var policy ? (policy.SoftBounces, policy.StoppedAt) : default);
        Assert.Equal(BounceOutcome.Counted, await TakeAsync(desk, BounceMails.Complaint(IdOf(press, "bilal"))));
        await using var db = press.Open();
        Assert.Equal(2, await db.Subscribers.CountAsync(None));
        Assert.Equal((1, 1), await db.SubscriptionDays.SingleAsync(None) is var day ? (day.Stopped, day.Departed) : default);
        var progress = await DigestProgress.ReadAsync(db, DigestCalendar.WeekOf(DigestPress.Tuesday), None);
        Assert.Equal((1, 1, 0), (progress[DeliveryState.HardBounced], progress[DeliveryState.GivenUp], progress.Under));
        Assert.Contains(progress.Troubled, letter => letter.Reason.Contains("550 5.7.1 Blocked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_can_stop_the_letters_of_somebody_else()
    {
        await using var press = await SentAsync(StorageKind.Sqlite, "noor");
        var desk = press.Get<BounceDesk>();
        var real = IdOf(press, "noor");
        var digits = real.Split('.')[3][..16];
        foreach (var forged in new[] { real.Replace(digits, new string('0', 16), StringComparison.Ordinal), real.Replace(".1.1.", ".1.2.", StringComparison.Ordinal), "<weekbrief.1.1@kiosk>", "", $"<weekbrief.1.1.{digits[..15]}@kiosk>" })
        {
            Assert.Equal(BounceOutcome.Kept, await TakeAsync(desk, BounceMails.Postfix(forged)));
            Assert.Equal(BounceOutcome.Kept, await TakeAsync(desk, BounceMails.Complaint(forged)));
        }

        Assert.Null((await OneAsync(press, "noor")).StoppedAt);
        Assert.Equal(10, Directory.GetFiles(Path.Combine(press.Get<StorageOptions>().DataDirectory, "teruggekomen"), "*.eml").Length);
    }

    [Fact]
    public async Task A_directory_is_read_and_emptied_and_what_is_not_understood_is_kept_elsewhere()
    {
        var directory = Directory.CreateTempSubdirectory("kiosk-bounces-").FullName;
        await using var press = await SentAsync(StorageKind.Sqlite, ("Kiosk:Mail:BounceDirectory", directory), "noor", "bilal");
        await File.WriteAllTextAsync(Path.Combine(directory, "een.eml"), BounceMails.Postfix(IdOf(press, "noor")), None);
        await File.WriteAllTextAsync(Path.Combine(directory, "antwoord"), "Subject: Dank\n\nFijne brief!\n", None);
        press.Time.Set(TimeProvider.System.GetUtcNow());
        // Both may still be written to.
        Assert.Equal(0, await press.Get<BounceDrop>().ReadAsync(None));
        press.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await press.Get<BounceDrop>().ReadAsync(None));
        Assert.Empty(Directory.GetFiles(directory));
        Assert.NotNull((await OneAsync(press, "noor")).StoppedAt);
        Assert.Contains("Fijne brief!", await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(press.Get<StorageOptions>().DataDirectory, "teruggekomen")).Single(), None), StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(directory, "new"));
        await File.WriteAllTextAsync(Path.Combine(directory, "new", "1700000000.M1.mx"), BounceMails.Complaint(IdOf(press, "bilal")), None);
        Assert.Equal(1, await press.Get<BounceDrop>().ReadAsync(None));
        await using var db = press.Open();
        Assert.Equal(1, await db.Subscribers.CountAsync(None));
        Directory.Delete(directory, recursive: true);
        Assert.Equal(0, await press.Get<BounceDrop>().ReadAsync(None)); // Said in the log, and not thrown.
    }

    [Fact]
    public async Task A_program_with_the_token_posts_returned_mail()
    {
        const string Token = "een-geheim-van-genoeg-tekens";
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: builder => builder.Configuration["Kiosk:Mail:BounceToken"] = Token);
        string id;
        await using (var db = await OpenAsync(kiosk))
        {
            var (noor, digest) = (new Subscriber { Email = "noor@gemeente.example", ConsentedAt = TestKiosk.Now }, new Digest { Week = new DateOnly(2026, 11, 16) });
            db.AddRange(noor, digest);
            await db.SaveChangesAsync(None);
            db.Add(new Delivery { SubscriberId = noor.Id, DigestId = digest.Id, State = DeliveryState.Sent });
            await db.SaveChangesAsync(None);
            id = kiosk.Services.GetRequiredService<SubscriberLinks>().MessageId(noor.Id, digest.Id, "kiosk.example");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(kiosk, BounceMails.Postfix(id), null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(kiosk, BounceMails.Postfix(id), Token + "x"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(kiosk, new string('x', 600_000), Token));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(kiosk, BounceMails.Postfix(id), Token));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(kiosk, "Onzin", Token));
        await using var after = await OpenAsync(kiosk);
        Assert.NotNull((await after.Subscribers.SingleAsync(None)).StoppedAt);
    }

    private static Task<KioskDb> OpenAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(None);

    private static async Task<HttpStatusCode> PostAsync(TestKiosk kiosk, string mail, string? token)
    {
        using var visitor = kiosk.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/weekbrief/teruggekomen") { Content = new StringContent(mail, Encoding.Latin1, "message/rfc822") };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<DigestPress> SentAsync(StorageKind kind, params string[] names) => SentAsync(kind, ("Kiosk:Digest:Hour", "07:00"), names);

    private static async Task<DigestPress> SentAsync(StorageKind kind, (string, string) setting, params string[] names)
    {
        var press = await DigestPress.OpenAsync(kind, setting);
        await press.ArticleAsync("Snel bellen helpt", 1, 1);
        foreach (var name in names)
            await press.SubscribeAsync(name, 1);
        await press.Round.RunDueAsync(None);
        return press;
    }

    private static string IdOf(DigestPress press, string name) => press.Postman.Mails.Single(mail => mail.To.StartsWith(name, StringComparison.Ordinal)).MessageId;

    private static Task<BounceOutcome> TakeAsync(BounceDesk desk, string mail) => desk.TakeAsync(Encoding.Latin1.GetBytes(mail), None);

    private static async Task<Subscriber> OneAsync(DigestPress press, string name)
    {
        await using var db = press.Open();
        return await db.Subscribers.AsNoTracking().SingleAsync(one => one.Email.StartsWith(name), None);
    }
}
