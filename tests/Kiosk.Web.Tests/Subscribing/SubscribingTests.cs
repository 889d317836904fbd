using System.Net;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Subscribing;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Subscribing;

public sealed class SubscribingTests
{
    private const string Email = "noor.zonderspoor@gemeente.example";

    [Fact]
    public async Task Only_the_button_behind_the_mailed_link_makes_a_subscriber()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        using (await AskAsync(visitor, "Noor.Zonderspoor@Gemeente.example"))
        {
        }

        var link = Link(await MailAsync(kiosk, 1), "/abonneren/bevestig/");
        // A scanner follows it, more than once.
        for (var visit = 0; visit < 2; visit++)
            Assert.Contains("Klopt dit?", (await kiosk.PageAsync(link)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await OneAsync(kiosk)).ConsentedAt);

        using (var confirmed = await visitor.SubmitAsync(link, "main form"))
            Assert.Contains("donderdag 26 november 2026", await confirmed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var noor = await OneAsync(kiosk);
        Assert.Equal((Email, DayOfWeek.Thursday, SubscriberOrigin.Formulier), (noor.Email, noor.Weekday, noor.Origin));
        Assert.Equal(TestKiosk.Now, noor.ConsentedAt);
        Assert.Equal(["vroegsignalering"], noor.Topics.Select(topic => topic.Topic!.Slug));
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_an_address_is_known_and_changes_nothing_for_who_is()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        await SubscribedAsync(kiosk);
        using var visitor = kiosk.Visitor();
        var known = await BodyAsync(await AskAsync(visitor, Email));
        var unknown = await BodyAsync(await AskAsync(visitor, "bilal.zonderspoor@gemeente.example"));
        Assert.Equal(known, unknown.Replace("bilal.", "noor.", StringComparison.Ordinal));
        var noor = (await AllAsync(kiosk)).Single(one => one.Email == Email);
        Assert.Equal((DayOfWeek.Tuesday, "wsnp"), (noor.Weekday, Assert.Single(noor.Topics).Topic!.Slug));
        Assert.Contains("Je krijgt de weekbrief al", (await MailAsync(kiosk, 2, to: Email))["Subject"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trap_bad_input_and_haste_make_no_mail()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        using (var robot = await visitor.SubmitAsync("/abonneren", "main form", ("adres", Email), ("website", "http://spam.example"), ("onderwerp", "wsnp"), ("dag", "dinsdag"), ("ritme", "week")))
            Assert.Contains("Kijk in je mail", await robot.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var wrong = await visitor.SubmitAsync("/abonneren", "main form", ("adres", "noor@"), ("onderwerp", "wsnp"), ("dag", "dinsdag")))
        {
            var page = TestKiosk.Parse(await wrong.Content.ReadAsStringAsync());
            Assert.Equal("noor@", page.QuerySelector("#adres")!.GetAttribute("value"));
            Assert.True(page.QuerySelector("input[value=wsnp]")!.HasAttribute("checked"));
        }

        Assert.Empty(await AllAsync(kiosk));
        for (var ask = 0; ask < 5; ask++)
        {
            using (await AskAsync(visitor, Email))
            {
            }
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.Equal(3, Files(kiosk).Length);
    }

    [Fact]
    public async Task What_is_not_confirmed_in_two_days_is_erased_and_its_link_dead()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var visitor = kiosk.Visitor();
        using (await AskAsync(visitor, Email))
        {
        }

        var link = Link(await MailAsync(kiosk, 1), "/abonneren/bevestig/");
        kiosk.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        using (var late = await visitor.GetAsync(link))
            Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        using (await AskAsync(visitor, "bilal@gemeente.example"))
        {
        }

        Assert.Equal("bilal@gemeente.example", Assert.Single(await AllAsync(kiosk)).Email);
    }

    [Fact]
    public async Task One_click_of_a_mail_program_leaves_without_cookie_or_token_and_nothing_stays()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var id = await SubscribedAsync(kiosk);
        var path = $"/weekbrief/afmelden/{Token(kiosk, id)}";
        Assert.Contains("Afmelden?", (await kiosk.PageAsync(path)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await AllAsync(kiosk));

        using var client = kiosk.Client();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using (var left = await client.PostAsync(new Uri(path, UriKind.Relative), content))
            Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        using (var again = await client.PostAsync(new Uri(path, UriKind.Relative), content))
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        Assert.Empty(await AllAsync(kiosk));
        Assert.Empty(await ErasureTests.TracesAsync(kiosk, [Email, "zonderspoor"]));
        await using var db = Open(kiosk);
        Assert.Equal(1, (await db.SubscriptionDays.SingleAsync(TestContext.Current.CancellationToken)).Departed);
    }

    [Fact]
    public async Task Preferences_change_by_button_alone_and_years_later()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var id = await SubscribedAsync(kiosk, "wsnp", "vroegsignalering");
        kiosk.Time.Advance(TimeSpan.FromDays(3 * 365));
        using var visitor = kiosk.Visitor();
        var path = $"/weekbrief/voorkeuren/{Token(kiosk, id)}";
        await visitor.PageAsync(path + "?minder=wsnp");
        Assert.Equal(2, (await OneAsync(kiosk)).Topics.Count);
        using (await visitor.SubmitAsync(path + "?minder=wsnp", "form[action$=minder]"))
            Assert.Equal("vroegsignalering", Assert.Single((await OneAsync(kiosk)).Topics).Topic!.Slug);
        using (var last = await visitor.PostAsync(path, "form[action$=pauze]", path + "?handler=minder", ("minder", "vroegsignalering")))
            Assert.Contains("enige onderwerp", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (await visitor.SubmitAsync(path, "form[action$=pauze]", ("weken", "4")))
            Assert.Equal(Reading().Today.AddDays(28), (await OneAsync(kiosk)).PausedUntil);
        using (await visitor.SubmitAsync(path, "#onderwerpen", ("onderwerp", "wsnp"), ("dag", "vrijdag"), ("ritme", "maand"), ("lengte", "5"), ("vorm", "tekst")))
        {
            var noor = await OneAsync(kiosk);
            Assert.Equal((DayOfWeek.Friday, Rhythm.Maand, 5, true), (noor.Weekday, noor.Rhythm, noor.Size, noor.PlainText));
        }

        using (var taken = await visitor.SubmitAsync(path, "form[action$=gegevens]"))
        {
            using var export = JsonDocument.Parse(await taken.Content.ReadAsStringAsync());
            Assert.Equal(SubscriberTables.All.Select(table => table.Name), export.RootElement.EnumerateObject().Select(table => table.Name));
        }

        using (var forged = await visitor.GetAsync(path[..^1] + (path[^1] == 'A' ? "B" : "A")))
            Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);

        Kiosk.Web.Reading.DutchTime Reading() => new(kiosk.Time);
    }

    [Fact]
    public async Task A_colleague_gets_one_mail_and_becomes_a_subscriber_by_her_own_button()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        var id = await SubscribedAsync(kiosk);
        using var visitor = kiosk.Visitor();
        var path = $"/weekbrief/voorkeuren/{Token(kiosk, id)}";
        for (var time = 0; time < 2; time++)
        {
            using (await visitor.SubmitAsync(path, "form[action$=nodiguit]", ("adres", "bilal@gemeente.example")))
            {
            }
        }

        var mail = await MailAsync(kiosk, 1);
        Assert.Contains(Email, mail.Text, StringComparison.Ordinal);
        Assert.Null((await AllAsync(kiosk)).Single(one => one.Email.StartsWith("bilal", StringComparison.Ordinal)).ConsentedAt);
        using (await visitor.SubmitAsync(Link(mail, "/abonneren/bevestig/"), "main form"))
            Assert.NotNull((await AllAsync(kiosk)).Single(one => one.Email.StartsWith("bilal", StringComparison.Ordinal)).ConsentedAt);
        for (var number = 0; number < 3; number++)
        {
            using var asked = await visitor.SubmitAsync(path, "form[action$=nodiguit]", ("adres", $"meer{number}@gemeente.example"));
            Assert.Equal(number == 2, (await asked.Content.ReadAsStringAsync()).Contains("al genoeg mensen", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Erasing_an_account_erases_the_subscription_to_its_address()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        await SubscribedAsync(kiosk);
        using var visitor = await kiosk.SignedInAsync(Role.Lezer, Email);
        using (await visitor.SubmitAsync("/mijn-kiosk/verwijderen", "main form .danger"))
            Assert.Empty(await AllAsync(kiosk));
    }

    private static Task<HttpResponseMessage> AskAsync(TestVisitor visitor, string email) =>
        visitor.SubmitAsync("/abonneren", "main form", ("adres", email), ("onderwerp", "vroegsignalering"), ("dag", "donderdag"), ("ritme", "week"));

    /// <summary>A subscriber who confirmed, to one topic unless told otherwise.</summary>
    private static async Task<long> SubscribedAsync(TestKiosk kiosk, params string[] topics)
    {
        await using var db = Open(kiosk);
        var wanted = topics.Length == 0 ? ["wsnp"] : topics;
        var subscriber = new Subscriber { Email = Email, AskedAt = TestKiosk.Now.AddDays(-40), ConsentedAt = TestKiosk.Now.AddDays(-40) };
        subscriber.Topics.AddRange(db.Topics.Where(topic => wanted.Contains(topic.Slug)).AsEnumerable().Select(topic => new SubscriberTopic { TopicId = topic.Id }));
        db.Add(subscriber);
        await db.SaveChangesAsync();
        return subscriber.Id;
    }

    private static string Token(TestKiosk kiosk, long id) => kiosk.Services.GetRequiredService<SubscriberLinks>().Token(id, LinkUse.Manage);

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();

    private static async Task<List<Subscriber>> AllAsync(TestKiosk kiosk)
    {
        await using var db = Open(kiosk);
        return await db.Subscribers.AsNoTracking().Include(one => one.Topics).ThenInclude(link => link.Topic).OrderBy(one => one.Id).ToListAsync();
    }

    private static async Task<Subscriber> OneAsync(TestKiosk kiosk) => Assert.Single(await AllAsync(kiosk));

    private static string[] Files(TestKiosk kiosk) => Directory.Exists(Path.Combine(kiosk.DataDirectory, "outbox")) ? Directory.GetFiles(Path.Combine(kiosk.DataDirectory, "outbox"), "*.eml") : [];

    /// <summary>The last of so many mails, once they are there.</summary>
    private static async Task<WrittenMail> MailAsync(TestKiosk kiosk, int count, string? to = null)
    {
        var files = await Eventually.GetAsync(() => Task.FromResult(Files(kiosk)), files => files.Length >= count);
        return files.Select(file => WrittenMail.Parse(File.ReadAllText(file))).Last(mail => to is null || mail["To"] == to);
    }

    private static string Link(WrittenMail mail, string path)
    {
        var at = mail.Text.IndexOf(path, StringComparison.Ordinal);
        return mail.Text[at..].Split('\n', '\r')[0].Trim();
    }

    /// <summary>What is on the page, without the tokens that differ each time.</summary>
    private static async Task<string> BodyAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
            foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]"))
                token.Remove();
            return page.QuerySelector("main")!.InnerHtml;
        }
    }
}
