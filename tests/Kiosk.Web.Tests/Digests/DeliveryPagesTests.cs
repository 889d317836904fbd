using AngleSharp.Dom;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Digests;

/// <summary>What people see of letters that go and come back.</summary>
public sealed class DeliveryPagesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Editors_see_how_far_it_is_what_did_not_arrive_and_who_came_and_went()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        await using (var db = await OpenAsync(kiosk))
        {
            var week = new Digest { Week = new DateOnly(2026, 11, 16) };
            db.Add(week);
            var states = new[] { DeliveryState.Sent, DeliveryState.Sent, DeliveryState.HardBounced, DeliveryState.Waiting };
            var people = states.Select((state, number) => new Subscriber { Email = $"lezer{number}@gemeente.example", ConsentedAt = TestKiosk.Now, StoppedAt = state == DeliveryState.HardBounced ? TestKiosk.Now : null }).ToList();
            db.AddRange(people);
            db.Add(new SubscriptionDay { Day = new DateOnly(2026, 11, 18), Joined = 5, Departed = 2, Stopped = 1 });
            await db.SaveChangesAsync(None);
            db.AddRange(states.Select((state, number) => new Delivery
            {
                SubscriberId = people[number].Id,
                DigestId = week.Id,
                State = state,
                NextAttemptAt = TestKiosk.Now,
                Reason = state == DeliveryState.HardBounced ? "Het adres bestaat niet. Hij zei: 550 5.1.1 <script>" : null,
            }));
            await db.SaveChangesAsync(None);
        }

        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync("/redactie/weekbrief/bezorging");
        Assert.Equal("3 van 4 brieven gedaan, 1 wacht of is onderweg.", page.QuerySelector("#hoever [role=status]")!.TextContent);
        Assert.Equal(("4", "3"), (page.QuerySelector("progress")!.GetAttribute("max"), page.QuerySelector("progress")!.GetAttribute("value")));
        var row = page.QuerySelector("#mis tbody tr")!;
        Assert.StartsWith("l…2@gemeente.example", row.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 <script>", row.TextContent, StringComparison.Ordinal);
        var growth = page.QuerySelector("section[aria-labelledby=kop-groei]")!;
        Assert.Equal(["5", "2", "1", "+2"], growth.QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains("3 abonnees krijgen de weekbrief. Aan 1 sturen we niets", growth.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await editor.PageAsync("/redactie/weekbrief?week=2026-47")).QuerySelector("a[href^='/redactie/weekbrief/bezorging']"));
    }

    [Fact]
    public async Task An_operator_mails_herself_and_hears_what_the_server_says()
    {
        await using var server = SmtpServer.Start();
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: builder =>
        {
            builder.Configuration["Kiosk:Mail:Host"] = "127.0.0.1";
            builder.Configuration["Kiosk:Mail:Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
            builder.Configuration["Kiosk:Mail:Tls"] = "false";
            builder.Configuration["Kiosk:Mail:From"] = "de Kiosk <kiosk@kiosk.example>";
        });
        using var operating = await kiosk.SignedInAsync(Role.Beheerder);
        Assert.Contains("dig +short TXT _dmarc.kiosk.example", (await operating.PageAsync("/beheer/mail")).Body!.TextContent, StringComparison.Ordinal);
        using (var sent = await operating.SubmitAsync("/beheer/mail", "main form"))
            Assert.Contains("nam een proefmail aan", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Authentication-Results", Web.Mail.WrittenMail.Parse(Assert.Single(server.Mails).Text).Text, StringComparison.Ordinal);

        await server.DisposeAsync();
        using var refused = await operating.SubmitAsync("/beheer/mail", "main form");
        Assert.Contains("De mailserver neemt niets van ons aan.", TestKiosk.Parse(await refused.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De mailserver neemt niets van ons aan.", (await operating.PageAsync("/beheer")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_stopped_sets_her_letters_going_again()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        long id;
        await using (var db = await OpenAsync(kiosk))
        {
            var noor = new Subscriber { Email = "noor@gemeente.example", ConsentedAt = TestKiosk.Now, SoftBounces = 3, StoppedAt = TestKiosk.Now, StopReason = "De postbus was vol." };
            db.Add(noor);
            await db.SaveChangesAsync(None);
            id = noor.Id;
        }

        using var visitor = kiosk.Visitor();
        var path = $"/weekbrief/voorkeuren/{kiosk.Services.GetRequiredService<SubscriberLinks>().Token(id, LinkUse.Manage)}";
        Assert.Contains("De postbus was vol.", (await visitor.PageAsync(path)).Body!.TextContent, StringComparison.Ordinal);
        using (await visitor.SubmitAsync(path, "form[action$=weer]"))
        {
        }

        await using var after = await OpenAsync(kiosk);
        var again = await after.Subscribers.SingleAsync(None);
        Assert.Equal((0, null, null), (again.SoftBounces, again.StoppedAt, again.StopReason));
    }

    private static Task<KioskDb> OpenAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync(None);
}
