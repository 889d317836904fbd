using System.Net;
using AngleSharp.Dom;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Proposals;
using Kiosk.Ingest.Proposals;
using Kiosk.Ingest.Sources;
using Kiosk.Testing;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Desk;

/// <summary>From a pasted address to a source, and what editors do to it afterwards.</summary>
public sealed class SourceDeskTests
{
    private const string Desk = "/redactie/bronnen";

    [Fact]
    public async Task A_pasted_front_page_becomes_a_source_after_a_look_at_what_it_brings()
    {
        await using var server = await LoopbackServer.StartAsync();
        ServeSite(server);
        await using var kiosk = await StartAsync(server);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);

        using var pasted = await editor.SubmitAsync(Desk, "#adres", ("adres", server.Url("/")));
        var trial = pasted.Headers.Location!.ToString();
        var busy = await editor.PageAsync(trial);
        Assert.Contains("We zoeken", busy.QuerySelector("[role=status]:not(.toasts)")!.TextContent, StringComparison.Ordinal);
        await WorkAsync(kiosk);

        var found = await editor.PageAsync(trial);
        Assert.Equal(server.Url("nieuws.rss"), found.QuerySelector("#adres")!.GetAttribute("value"));
        Assert.Equal(["Blijft", "Blijft"], Fates(found));
        using var filtered = await editor.SubmitAsync(trial, "form[data-proef] button", ("filter", "schulden"), ("naam", "Wijknieuws"), ("soort", "praktijk"), ("rechten", "link"), ("ritme", "1d"));
        var effect = await editor.PageAsync(trial);
        Assert.Equal(["Blijft", "Past niet in het filter"], Fates(effect));
        Assert.Contains("Blijft om: ‘schulden’", effect.QuerySelector("#proef")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niet gevonden: ‘schulden’", effect.QuerySelector("#proef")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Open(kiosk).Sources);

        using var taken = await SubmitFormAsync(editor, trial, "opname", ("filter", "schulden"), ("soort", "praktijk"), ("rechten", "link"), ("ritme", "1d"), ("manier", "feed"), ("bladzijden", "ja"));
        var source = Assert.Single(Open(kiosk).Sources);
        Assert.Equal(Links(source.Slug), taken.Headers.Location?.ToString());
        Assert.Equal(("Wijknieuws", SourceFormat.Feed, ArticleKind.Praktijk, Rights.Link, 1440, "schulden"), (source.Name, source.Format, source.Kind, source.Rights, source.EveryMinutes, source.Filter));
        Assert.Equal((null, TestKiosk.Now), (source.Seed, source.NextCheckAt));
        Assert.Empty(Open(kiosk).SourceProposals);
    }

    [Theory]
    [InlineData("geen adres", "Dit is geen webadres")]
    [InlineData("http://127.0.0.1:1/", "niet op het openbare internet")]
    [InlineData("http://169.254.169.254/latest/meta-data", "niet op het openbare internet")]
    [InlineData("file:///etc/passwd", "Dit is geen webadres")]
    public async Task A_hostile_or_dead_address_gets_a_sentence(string address, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var pasted = await editor.SubmitAsync(Desk, "#adres", ("adres", address));
        await WorkAsync(kiosk);
        var page = await editor.PageAsync(pasted.Headers.Location!.ToString());
        Assert.Contains(expected, page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, page.QuerySelector("#ander")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_is_told_and_nothing_that_was_typed_is_lost()
    {
        await using var kiosk = await StartAsync(server: null, Seeds.Source("vol"), Seeds.Source("ander"));
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var refused = await editor.SubmitAsync($"{Desk}/vol", "form:has(#naam) button.editor", ("adres", "https://ander.example/feed"), ("taal", "Nederlands"), ("naam", "Nieuwe naam"), ("soort", "nieuws"));
        var page = TestKiosk.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Contains("heeft al een bron: ander", page.QuerySelector("#adres-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("geen taalcode", page.QuerySelector(".notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nieuwe naam", page.QuerySelector("#naam")!.GetAttribute("value"));
        Assert.Equal("vol", Open(kiosk).Sources.Single(source => source.Slug == "vol").Name);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_and_an_edit_wins_over_the_file()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var file = FeedsFile.Read("""{ "sources": [ { "id": "vol", "name": "Vol", "url": "https://vol.example/feed", "format": "feed" } ] }""").File!;
        await SeedAsync(kiosk, file);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var mark = (await editor.PageAsync($"{Desk}/vol")).QuerySelector("[name=merk]")!.GetAttribute("value")!;
        using var first = await editor.SubmitAsync($"{Desk}/vol", "form:has(#naam) button.editor", ("naam", "Eerste"), ("bladzijden", "ja"));
        using var second = await editor.SubmitAsync($"{Desk}/vol", "form:has(#naam) button.editor", ("naam", "Tweede"), ("merk", mark));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("intussen veranderd", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await SeedAsync(kiosk, file with { Sources = [file.Sources[0] with { Name = "Uit het bestand" }] });
        Assert.Equal("Eerste", Open(kiosk).Sources.Single().Name);
        Assert.Contains("Anders dan in feeds.json: name", (await editor.PageAsync($"{Desk}/vol")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_filter_makes_the_source_read_everything_anew()
    {
        var source = Seeds.Source("vol");
        (source.ETag, source.BodyHash) = ("\"1\"", "ab");
        await using var kiosk = await StartAsync(server: null, source);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var saved = await editor.SubmitAsync($"{Desk}/vol", "form:has(#naam) button.editor", ("filter", "schulden"), ("bladzijden", "ja"));
        var after = Open(kiosk).Sources.Single();
        Assert.Equal((null, null, TestKiosk.Now), (after.ETag, after.BodyHash, after.NextCheckAt));
    }

    [Fact]
    public async Task A_retired_source_is_visited_no_more_and_keeps_its_articles()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var before = Open(kiosk).Articles.Count();
        using var retired = await editor.SubmitAsync($"{Desk}/vol", "#opheffen", ("reden", "De site is gestopt."));
        Assert.DoesNotContain(Open(kiosk).Sources.Where(Source.IsVisited), source => source.Slug == "vol");
        Assert.Equal(before, Open(kiosk).Articles.Count());
        Assert.Contains("De site is gestopt.", (await kiosk.PageAsync("/bron/vol")).Body!.TextContent, StringComparison.Ordinal);
        using var resumed = await editor.SubmitAsync("/bron/vol", "button[formaction$=hervat]");
        Assert.Contains(Open(kiosk).Sources.Where(Source.IsVisited), source => source.Slug == "vol");
    }

    [Fact]
    public async Task A_joined_source_leads_to_the_other()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var joined = await editor.SubmitAsync($"{Desk}/vol/samenvoegen?met=fragment", "button.danger");
        Assert.Equal("/bron/fragment", joined.Headers.Location?.ToString());
        using var old = await editor.GetAsync("/bron/vol");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/bron/fragment"), (old.StatusCode, old.Headers.Location?.ToString()));
        Assert.Null((await editor.PageAsync("/bronnen")).QuerySelector("a[href='/bron/vol']"));
        Assert.DoesNotContain("\"id\": \"vol\"", await (await editor.GetAsync("/redactie/feeds.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SubmitFormAsync(TestVisitor visitor, string page, string handler, params (string, string)[] fields) =>
        await visitor.PostAsync(page, "form[data-proef]", $"{page}?handler={handler}", fields);

    private static string Links(string slug) => Kiosk.Web.Reading.Links.Source(slug);

    private static IEnumerable<string> Fates(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("#proef .badge").Select(badge => badge.TextContent);

    private static void ServeSite(LoopbackServer server)
    {
        server.Serve("/", "<html><head><link rel=alternate type='application/rss+xml' href='/nieuws.rss' title='Wijknieuws'></head><body>Welkom</body></html>");
        var text = string.Concat(Enumerable.Repeat("<p>De gemeente spreekt inwoners eerder aan, en dat helpt volgens de onderzoekers die het jarenlang volgden.</p>", 8));
        server.Serve("/1", $"<html lang=nl><head><title>Schulden in de wijk</title></head><body><article><h1>Schulden in de wijk</h1><p>Over schulden.</p>{text}</article></body></html>");
        server.Serve("/2", $"<html lang=nl><head><title>Schaatsen</title></head><body><article><h1>Schaatsen</h1>{text}</article></body></html>");
        server.Serve("/nieuws.rss", $"<rss version='2.0'><channel><title>Wijknieuws</title><item><title>Schulden in de wijk</title><link>{server.Url("1")}</link><description>Over schulden en wie er helpt, in de hele wijk en daarbuiten.</description></item><item><title>Schaatsen</title><link>{server.Url("2")}</link><description>IJs op de vijver, voor het eerst in jaren en dik genoeg voor allen.</description></item></channel></rss>", "application/rss+xml");
    }

    private static Task<TestKiosk> StartAsync(LoopbackServer? server, params Source[] sources) => TestKiosk.StartAsync(
        db => db.Sources.AddRange(sources),
        configure: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kiosk:Fetch:AllowedPrivateHosts"] = server?.Host ?? "", ["Kiosk:Fetch:HostGapSeconds"] = "0" }));

    private static Task WorkAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<ProposalRound>().RunDueAsync(TestContext.Current.CancellationToken);

    private static async Task SeedAsync(TestKiosk kiosk, FeedsFile file)
    {
        await using var db = Open(kiosk);
        await Seeding.SeedAsync(db, file, kiosk.Time);
    }

    private static KioskDb Open(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContext();
}
