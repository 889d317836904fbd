using System.Net;
using Kiosk.Data.Accounts;
using Kiosk.Web.Hosting;
using Kiosk.Web.Mail;
using Kiosk.Web.Operations;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Operations;

public sealed class FirstTimeTests
{
    [Fact]
    public async Task An_operator_sees_what_is_ready_and_what_to_do_and_no_secret()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: builder => builder.Services.AddSingleton(
            Microsoft.Extensions.Options.Options.Create(new MailOptions { Host = "mail.example", User = "kiosk", Password = "zeer-geheim-woord" })));
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder);

        var page = await visitor.PageAsync("/beheer/eerste-keer");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        foreach (var name in new[] { "Archief", "Zoekindex", "Reservekopie", "Schijf", "Mail", "Rapporten", "Klok", "Webserver ervoor", "Instellingen" })
            Assert.Contains(rows, row => row.Contains(name, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Kiosk:Fetch:Contact", StringComparison.Ordinal));
        Assert.DoesNotContain("zeer-geheim-woord", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull((await visitor.PageAsync("/beheer")).QuerySelector("a[href='/beheer/eerste-keer']"));
    }

    [Fact]
    public async Task A_test_letter_goes_to_the_operator_herself()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder, "beheer@kiosk.example");

        using var answer = await visitor.SubmitAsync("/beheer/eerste-keer", "main form[method=post]");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("map outbox", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Proefbrief van de Kiosk", (await visitor.PageAsync("/beheer/postbus")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_letter_that_does_not_go_is_said_so_in_words()
    {
        await using var kiosk = await TestKiosk.StartAsync(configure: builder => builder.Services.AddSingleton(
            Microsoft.Extensions.Options.Options.Create(new MailOptions { Host = "127.0.0.1", Port = 1, Tls = false })));
        using var visitor = await kiosk.SignedInAsync(Role.Beheerder);

        using var answer = await visitor.SubmitAsync("/beheer/eerste-keer", "main form[method=post]");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("De proefbrief ging niet weg", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", "https", null, "Kiosk:ProxyNetworks")]
    [InlineData("10.1.2.3", "https", "10.0.0.0/8", "over https")]
    [InlineData("10.1.2.3", "http", "10.0.0.0/8", "X-Forwarded-Proto")]
    [InlineData("203.0.113.7", "https", null, "nog geen bezoek van buiten")]
    public async Task A_web_server_in_front_that_is_not_set_up_well_is_noticed(string from, string scheme, string? networks, string expected)
    {
        var settings = Microsoft.Extensions.Options.Options.Create(new KioskOptions { Address = "https://kiosk.example", ProxyNetworks = networks });
        await using var kiosk = await TestKiosk.StartAsync(configure: builder => builder.Services.AddSingleton(settings));
        await kiosk.Server.SendAsync(context =>
        {
            context.Request.Path = "/healthz/live";
            context.Request.Headers["X-Forwarded-For"] = "198.51.100.4";
            context.Request.Headers["X-Forwarded-Proto"] = scheme;
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        });

        var found = (await kiosk.Services.GetRequiredService<Rounds>().LookAsync(TestContext.Current.CancellationToken)).Single(each => each.Finding.Name == "Webserver ervoor").Finding;

        Assert.Contains(expected, found.Sentence + found.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", found.Sentence + found.Remedy, StringComparison.Ordinal);
    }
}
