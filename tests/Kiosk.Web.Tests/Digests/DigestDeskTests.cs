using AngleSharp.Dom;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Digests;
using Kiosk.Web.Mail;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Digests;

/// <summary>What editors do with the digest of a week, over its page.</summary>
public sealed class DigestDeskTests
{
    private const string Desk = "/redactie/weekbrief?week=2026-48";
    private const string Letter = "/redactie/weekbrief/voorbeeld?week=2026-48&vorm=tekst&";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Editors_order_drop_add_and_write_and_the_letter_follows()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var grown = await TitlesAsync(editor);
        await DoAsync(editor, "#vroegsignalering li:nth-child(2) button[value=omhoog]");
        Assert.Equal((grown[1], grown[0], grown[2]), await TitlesAsync(editor) is var moved ? (moved[0], moved[1], moved[2]) : default);
        await DoAsync(editor, "#vroegsignalering li:nth-child(1) button[value=omlaag]");
        await DoAsync(editor, "#vroegsignalering li:nth-child(1) button[formaction]");
        Assert.Equal((grown[1], grown[2]), await TitlesAsync(editor) is var left ? (left[0], left[1]) : default);
        Assert.DoesNotContain(grown[0], await TextAsync(editor, "onderwerp=vroegsignalering"), StringComparison.Ordinal);
        await DoAsync(editor, "form[action$=terug] button");
        Assert.Contains(grown[0], await TitlesAsync(editor));

        await DoAsync(editor, "#vroegsignalering form[action*='erbij'] button", ("stuk", "http://localhost/artikel/5/debts-in-english?via=mail"));
        Assert.Equal("Debts in English", (await TitlesAsync(editor))[0]);
        await DoAsync(editor, "#vroegsignalering form[action*='erbij'] button", ("stuk", "6")); // Withdrawn: nobody can read it.
        Assert.Equal("Debts in English", (await TitlesAsync(editor))[0]);
        await DoAsync(editor, "#vroegsignalering form[action*='inleiding'] button", ("inleiding", "Deze week gaat het over bellen."));
        await DoAsync(editor, "section[aria-labelledby=kop-inleiding] button", ("inleiding", "Dag allemaal."));
        var text = await TextAsync(editor, "onderwerp=vroegsignalering");
        Assert.All(["Debts in English", "Deze week gaat het over bellen.", "Dag allemaal."], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editors_look_at_it_as_any_subscriber_mail_themselves_a_test_and_approve()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        await using var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(None);
        var noor = new Subscriber { Email = "noor@gemeente.example", AskedAt = TestKiosk.Now.AddDays(-30), ConsentedAt = TestKiosk.Now.AddDays(-30) };
        noor.Topics.Add(new SubscriberTopic { TopicId = (await db.Topics.SingleAsync(topic => topic.Slug == "wsnp", None)).Id });
        db.Add(noor);
        await db.SaveChangesAsync(None);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur, "redactie@kiosk.example");
        var hers = await TextAsync(editor, "abonnee=noor@gemeente.example");
        Assert.Contains("Titel over schulden", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("Volledig stuk over schulden", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("/weekbrief/voorkeuren/", hers, StringComparison.Ordinal); // Her own links stay hers.
        Assert.Equal("Dit adres heeft geen weekbrief.", await TextAsync(editor, "abonnee=onbekend@gemeente.example"));

        await DoAsync(editor, "form[action$=proef] button");
        var test = WrittenMail.Parse(await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(kiosk.DataDirectory, "outbox"))), None));
        Assert.Equal("redactie@kiosk.example", test["To"]);
        Assert.StartsWith("[Proef] ", test["Subject"], StringComparison.Ordinal);
        Assert.Contains("Volledig stuk over schulden", test.Text, StringComparison.Ordinal);

        foreach (var (choice, held, approved) in new[] { ("vast", true, false), ("goed", false, true), ("vanzelf", false, false) })
        {
            await DoAsync(editor, $"button[name=stand][value={choice}]");
            var digest = await db.Digests.AsNoTracking().SingleAsync(digest => digest.Week == new DateOnly(2026, 11, 23), None);
            Assert.Equal((held, approved), (digest.HeldAt is not null, digest.ApprovedAt is not null));
        }
    }

    private static async Task DoAsync(TestVisitor editor, string form, params (string Name, string Value)[] fields)
    {
        using var answer = await editor.SubmitAsync(Desk, form, fields);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<string[]> TitlesAsync(TestVisitor editor) =>
        [.. (await editor.PageAsync(Desk)).QuerySelectorAll("#vroegsignalering .card-title").Select(title => title.TextContent.Trim())];

    private static async Task<string> TextAsync(TestVisitor editor, string whose)
    {
        using var answer = await editor.GetAsync(Letter + whose);
        return await answer.Content.ReadAsStringAsync(None);
    }
}
