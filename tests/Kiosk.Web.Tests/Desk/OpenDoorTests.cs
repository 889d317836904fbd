using System.Net;
using System.Net.Mail;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Testing;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Suggesting;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>A link comes in at the open door, an editor decides, and who sent it hears of it once.</summary>
public sealed class OpenDoorTests
{
    private const string Door = "/aandragen";
    private const string Desk = "/redactie/aangedragen";

    private static readonly string Page = "<html lang=nl><head><title>Eerder in beeld</title></head><body><article><h1>Eerder in beeld</h1>"
        + string.Concat(Enumerable.Repeat("<p>De gemeente spreekt inwoners met betalingsachterstanden eerder aan, en dat helpt volgens de onderzoekers.</p>", 8)) + "</article></body></html>";

    [Fact]
    public async Task A_suggested_link_becomes_an_article_and_its_sender_hears_so_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        Serve(server);
        await using var kiosk = await StartAsync(server);
        using var visitor = kiosk.Visitor();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);

        using var sent = await visitor.SubmitAsync(Door, "form.panel", ("adres", server.Url("stuk")), ("toelichting", "Hier staat hoe het bij ons gaat."), ("mail", "Noor@Wijkteam.Example"));
        Assert.Equal("/aandragen?dank=1", sent.Headers.Location?.ToString());
        await kiosk.Services.GetRequiredService<SuggestionRound>().RunDueAsync(TestContext.Current.CancellationToken);
        var page = await editor.PageAsync(Desk);
        Assert.Equal("Eerder in beeld", page.QuerySelector("article h2")!.TextContent);
        Assert.Contains("Hier staat hoe het bij ons gaat.", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);

        using var taken = await editor.SubmitAsync(Desk, "button.editor", ("soort", "praktijk"), ("bron", ""), ("naam", "Wijkteam"), ("rechten", "link"));
        await LettersAsync(kiosk);
        await LettersAsync(kiosk);

        await using var db = Open(kiosk);
        var article = await db.Articles.Include(one => one.Source).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Eerder in beeld", ArticleKind.Praktijk, "Wijkteam", Rights.Link, false), (article.Title, article.Kind, article.Source!.Name, article.Source.Rights, article.Source.Enabled));
        Assert.Equal(server.Url("stuk"), (await db.PagesToRead.SingleAsync(TestContext.Current.CancellationToken)).Url);
        var suggestion = await db.LinkSuggestions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((SuggestionState.Accepted, article.Id, null, null), (suggestion.State, suggestion.ArticleId, suggestion.Email, suggestion.MailDueAt));
        var mail = Assert.Single(Postman(kiosk).Sent);
        Assert.Equal("noor@wijkteam.example", mail.To);
        Assert.Contains($"/artikel/{article.Id}/eerder-in-beeld", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_link_needs_a_reason_that_the_sender_reads()
    {
        await using var kiosk = await StartAsync(server: null);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        await SuggestAsync(kiosk, "https://voorbeeld.example/stuk", "noor@wijkteam.example");

        using var empty = await editor.SubmitAsync(Desk, "form[action$=afwijzen] button", ("reden", " "));
        Assert.Contains("Schrijf in een zin waarom niet", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var declined = await editor.SubmitAsync(Desk, "form[action$=afwijzen] button", ("reden", "Dit gaat over Belgisch recht."));
        await LettersAsync(kiosk);

        Assert.Contains("Dit gaat over Belgisch recht.", Assert.Single(Postman(kiosk).Sent).Text, StringComparison.Ordinal);
        Assert.Null(Open(kiosk).LinkSuggestions.Single().Email);
        Assert.Contains("Afgewezen", (await editor.PageAsync($"{Desk}?toon=klaar")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_fails_is_tried_again_later_and_the_address_goes_in_the_end()
    {
        await using var kiosk = await StartAsync(server: null);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        await SuggestAsync(kiosk, "https://voorbeeld.example/stuk", "noor@wijkteam.example");
        Postman(kiosk).IsAway = true;
        using var declined = await editor.SubmitAsync(Desk, "form[action$=afwijzen] button", ("reden", "Nee."));
        await LettersAsync(kiosk);
        await LettersAsync(kiosk);
        var waiting = Open(kiosk).LinkSuggestions.Single();
        Assert.Equal((1, "noor@wijkteam.example"), (waiting.MailAttempts, waiting.Email));
        for (var attempt = 2; attempt <= 5; attempt++)
        {
            kiosk.Time.Advance(TimeSpan.FromMinutes(16));
            await LettersAsync(kiosk);
        }

        Assert.Equal((5, null), (Open(kiosk).LinkSuggestions.Single().MailAttempts, Open(kiosk).LinkSuggestions.Single().Email));
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_program_that_fills_in_everything_and_nothing_is_kept_of_it()
    {
        await using var kiosk = await StartAsync(server: null);
        using var visitor = kiosk.Visitor();
        using var sent = await visitor.SubmitAsync(Door, "form.panel", ("adres", "https://spam.example/"), ("website", "https://spam.example/"));
        Assert.Equal("/aandragen?dank=1", sent.Headers.Location?.ToString());
        Assert.Empty(Open(kiosk).LinkSuggestions);
    }

    [Theory]
    [InlineData("onzin", "", "adres-fout")]
    [InlineData("javascript:alert(1)", "", "adres-fout")]
    [InlineData("https://noor:geheim@voorbeeld.example/", "", "adres-fout")]
    [InlineData("https://voorbeeld.example/", "geen adres", "mail-fout")]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays(string address, string mail, string problem)
    {
        await using var kiosk = await StartAsync(server: null);
        using var visitor = kiosk.Visitor();
        using var refused = await visitor.SubmitAsync(Door, "form.panel", ("adres", address), ("mail", mail), ("toelichting", "Mijn verhaal"));
        var page = TestKiosk.Parse(await refused.Content.ReadAsStringAsync());
        Assert.NotNull(page.GetElementById(problem));
        Assert.Equal(address, page.QuerySelector("#adres")!.GetAttribute("value"));
        Assert.Equal("Mijn verhaal", page.QuerySelector("#toelichting")!.TextContent);
        Assert.Empty(Open(kiosk).LinkSuggestions);
    }

    [Fact]
    public async Task One_network_may_suggest_so_many_links_and_no_more()
    {
        await using var kiosk = await StartAsync(server: null);
        using var visitor = kiosk.Visitor();
        for (var sent = 0; sent < Crowding.SuggestionsAnHour; sent++)
        {
            using var answer = await visitor.SubmitAsync(Door, "form.panel", ("adres", $"https://voorbeeld.example/{sent}"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        using var refused = await visitor.SubmitAsync(Door, "form.panel", ("adres", "https://voorbeeld.example/te-veel"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_private_address_is_kept_for_the_editor_with_the_reason_why_it_was_not_read()
    {
        await using var kiosk = await StartAsync(server: null);
        await SuggestAsync(kiosk, "http://10.0.0.1/geheim", mail: null);
        await kiosk.Services.GetRequiredService<SuggestionRound>().RunDueAsync(TestContext.Current.CancellationToken);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.Contains("niet op het openbare internet", (await editor.PageAsync(Desk)).QuerySelector("article .warn")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_of_a_link_that_another_node_took_over_is_not_written()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var kiosk = await StartAsync(server);
        await SuggestAsync(kiosk, server.Url("stuk"), mail: null);
        var taken = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
        server.Map("/stuk", async context =>
        {
            await using var other = Open(kiosk);
            await other.LinkSuggestions.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptAt, taken), context.RequestAborted);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page, context.RequestAborted);
        });

        await kiosk.Services.GetRequiredService<SuggestionRound>().RunDueAsync(TestContext.Current.CancellationToken);

        await using var db = Open(kiosk);
        var suggestion = await db.LinkSuggestions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((taken, 0), (suggestion.NextAttemptAt, suggestion.Words));
        Assert.NotEqual("Eerder in beeld", suggestion.Title);
    }

    [Fact]
    public async Task Who_erases_her_account_is_forgotten_here_too()
    {
        await using var kiosk = await StartAsync(server: null);
        await SuggestAsync(kiosk, "https://voorbeeld.example/stuk", "lezer@kiosk.example");
        using var reader = await kiosk.SignedInAsync(Role.Lezer);
        var id = Open(kiosk).Users.Single().Id;
        await kiosk.Services.GetRequiredService<Erasure>().EraseAsync(id, TestContext.Current.CancellationToken);
        Assert.Null(Open(kiosk).LinkSuggestions.Single().Email);
    }

    private static void Serve(LoopbackServer server) => server.Serve("/stuk", Page);

    private static Task<TestKiosk> StartAsync(LoopbackServer? server) => TestKiosk.StartAsync(configure: builder =>
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = server?.Host ?? "", ["Kiosk:Fetch:HostGapSeconds"] = "0" });
        builder.Services.AddSingleton<IPostman, HeldPostman>();
    });

    /// <summary>The door asks for a dot in the host, as the addresses of the outside world have.</summary>
    private static Task SuggestAsync(TestKiosk kiosk, string url, string? mail) => kiosk.Services.GetRequiredService<OpenDoor>().TakeAsync(url, note: null, mail, TestContext.Current.CancellationToken);

    private static Task LettersAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<SuggestionLetters>().RunDueAsync(TestContext.Current.CancellationToken);

    private static HeldPostman Postman(TestKiosk kiosk) => (HeldPostman)kiosk.Services.GetRequiredService<IPostman>();

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();

    /// <summary>Keeps what is sent, or refuses all.</summary>
    private sealed class HeldPostman : IPostman
    {
        public List<(string To, string Text)> Sent { get; } = [];

        public bool IsAway { get; set; }

        public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
        {
            if (IsAway)
                throw new SmtpException("away");
            using var reader = new StreamReader(message.AlternateViews[0].ContentStream);
            Sent.Add((message.To[0].Address, await reader.ReadToEndAsync(cancellation)));
        }

        public void Forget(string address)
        {
        }
    }
}
