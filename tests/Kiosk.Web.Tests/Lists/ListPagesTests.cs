using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Lists;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Lists;

public sealed class ListPagesTests
{
    [Fact]
    public async Task A_reader_keeps_an_article_for_later_and_in_a_new_list_without_script()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var form = (await noor.PageAsync("/lijsten/erbij?stuk=1")).QuerySelector("form[data-save-form]")!;
        Assert.Equal("Later lezen 0 stukken", form.QuerySelector("label:has(:checked)")!.TextContent.Trim());

        using var saved = await noor.SubmitAsync("/lijsten/erbij?stuk=1", "form[data-save-form]", ("nieuw", "Teamoverleg"), ("notitie", "Lees dit vooraf."));

        Assert.Equal("Bewaard.", TestKiosk.Parse(await saved.Content.ReadAsStringAsync()).QuerySelector("[data-done] p")!.TextContent);
        var lists = await noor.PageAsync("/lijsten");
        Assert.Equal(["Later lezen", "Teamoverleg", "Dossier over schulden"], lists.QuerySelectorAll(".folder h3").Select(title => title.TextContent).OrderBy(title => title == "Later lezen" ? 0 : title == "Teamoverleg" ? 1 : 2));
        var team = await noor.PageAsync(await PathAsync(noor, "Teamoverleg"));
        Assert.Equal("Lees dit vooraf.", team.QuerySelector(".bundle-item blockquote")!.TextContent.Trim());
        using var unticked = await noor.SubmitAsync("/lijsten/erbij?stuk=1", "form[data-save-form]", ("lijst", "0"));
        Assert.Contains("Weggehaald.", await unticked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_move_up_and_down_and_come_back_after_being_taken_off()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1, 2, 3);
        using (var up = await noor.SubmitAsync(path, "#stukken", ("omhoog", "3")))
            Assert.Equal(path, up.Headers.Location?.ToString());
        Assert.Equal(["1", "3", "2"], await OrderAsync(noor, path));
        using (await noor.SubmitAsync(path, "#stukken", ("zet", "2"), ("op", "1")))
            Assert.Equal(["2", "1", "3"], await OrderAsync(noor, path));
        using var off = await noor.SubmitAsync(path, "#stukken", ("weg", "1"));
        Assert.Equal(["2", "3"], await OrderAsync(noor, path));
        using (await noor.SubmitAsync(off.Headers.Location!.ToString(), "form:has([role=status]) button"))
            Assert.Equal(["2", "1", "3"], await OrderAsync(noor, path));
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_no_word()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1, 2);
        using (await noor.SubmitAsync($"{path}?bewerk=1", ".entry-form", ("notitie", "Van de een.")))
        {
        }

        using var second = await noor.SubmitAsync($"{path}?bewerk=1", ".entry-form", ("versie", "0"), ("notitie", "Van de ander."));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = TestKiosk.Parse(await second.Content.ReadAsStringAsync());
        Assert.Contains("niets overschreven", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Van de ander.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Van de een.", page.QuerySelector(".bundle-item blockquote")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Lezer)]
    [InlineData(Role.Redacteur)]
    [InlineData(Role.Beheerder)]
    public async Task Nobody_reads_or_changes_somebody_elses_list(Role? role)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1);
        var id = path.Split('/')[2];
        using var other = role is { } given ? await kiosk.SignedInAsync(given) : kiosk.Visitor();
        foreach (var address in new[] { path, $"{path}?sleutel=", $"{path}?sleutel=00000000000000000000000000000000", $"/lijst/{id}/bestand/lijst.md", $"/lijst/{id}/bestand/rss.xml", $"/pakket/{id}", "/lijst/999999", "/pakket/999999" })
        {
            using var answer = await other.GetAsync(address);
            Assert.Equal((address, role is null && !address.Contains("bestand", StringComparison.Ordinal) ? HttpStatusCode.Redirect : HttpStatusCode.NotFound), (address, answer.StatusCode));
        }

        foreach (var handler in new[] { "stuk", "notitie", "lijst", "delen", "lid", "link", "dossier", "weggooien" })
        {
            using var answer = await other.PostAsync("/lijsten", role is null ? "form" : "form[action*=nieuw]", $"{path}?handler={handler}", ("weg", "1"), ("titel", "Gekaapt"), ("link", "aan"), ("dossier", "aan"), ("adres", "x@kiosk.example"), ("stuk", "1"), ("versie", "0"));
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Redirect });
        }

        using (await other.PostAsync("/lijsten", role is null ? "form" : "form[action*=nieuw]", "/lijsten/erbij?stuk=2", ("lijst", id)))
        {
        }

        await using var db = await OpenAsync(kiosk);
        var list = await db.ReadingLists.Include(list => list.Entries).Include(list => list.Members).SingleAsync(list => list.Title == "Teamoverleg");
        Assert.Null(list.LinkKey);
        Assert.Null(list.RemovedAt);
        Assert.NotNull(list.UserId);
        Assert.Empty(list.Members);
        Assert.Equal(1, Assert.Single(list.Entries).ArticleId);
    }

    [Fact]
    public async Task A_colleague_reads_what_is_shared_and_changes_it_only_if_she_may()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var bilal = await kiosk.SignedInAsync(Role.Lezer, "bilal@kiosk.example");
        var path = await TeamAsync(noor, 1, 2);
        using (await noor.SubmitAsync(path, "form[action$=delen]", ("adres", "Bilal@Kiosk.example"), ("mag", "lezen")))
            Assert.NotNull((await bilal.PageAsync(path)).QuerySelector("#stuk-1"));
        Assert.Null((await bilal.PageAsync(path)).QuerySelector("#stukken"));
        using (var refused = await bilal.PostAsync("/lijsten", "form[action*=nieuw]", $"{path}?handler=stuk", ("weg", "1")))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (await noor.SubmitAsync(path, "form[action$=delen]", ("adres", "bilal@kiosk.example"), ("mag", "wijzigen")))
        using (await bilal.SubmitAsync(path, "#stukken", ("weg", "1")))
            Assert.Equal(["2"], await OrderAsync(noor, path));
        using (var refused = await bilal.PostAsync(path, "#stukken", $"{path}?handler=link", ("link", "aan")))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using (await noor.SubmitAsync(path, "form[action$=lid] button"))
        using (var after = await bilal.GetAsync(path))
            Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task A_link_opens_the_list_to_read_until_it_is_withdrawn_and_what_it_is_shared_with_tells_no_account()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1, 2);
        using (await noor.SubmitAsync(path, "form[action$=link] button"))
        {
        }

        var link = new Uri((await noor.PageAsync(path)).QuerySelector("#deellink")!.GetAttribute("value")!).PathAndQuery;
        using var anybody = kiosk.Visitor();
        var page = await anybody.PageAsync(link);
        Assert.Equal(["1", "2"], page.QuerySelectorAll("[data-article]").Select(item => item.GetAttribute("data-article")));
        Assert.Empty(page.QuerySelectorAll("#stukken, form[action*=handler]"));
        var feed = page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;
        using (var read = await anybody.GetAsync(feed))
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using (await noor.SubmitAsync(path, "form[action$=link] button"))
        using (var dead = await anybody.GetAsync(link))
        using (var deadFeed = await anybody.GetAsync(feed))
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (dead.StatusCode, deadFeed.StatusCode));
        using var shared = await noor.SubmitAsync(path, "form[action$=delen]", ("adres", "niemand@kiosk.example"));
        Assert.Contains("niemand@kiosk.example", (await noor.PageAsync(path)).QuerySelector("#samen")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_publish_a_dossier_for_everybody_and_take_it_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var marit = await kiosk.SignedInAsync(Role.Redacteur, "marit@kiosk.example");
        using var other = await kiosk.SignedInAsync(Role.Redacteur, "sam@kiosk.example");
        var path = await TeamAsync(marit, 1, 2, 3);
        using (await marit.SubmitAsync(path, "form[action$=dossier] button"))
        using (var seen = await kiosk.GetAsync(path))
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        using (await other.SubmitAsync($"{path}?bewerk=3", ".entry-form", ("mijlpaal", "richtlijn")))
        {
        }

        Assert.Equal(["onderzoek", "richtlijn"], (await kiosk.PageAsync(path)).QuerySelectorAll(".timeline li").Select(step => step.GetAttribute("data-mark")).Order());
        using (await other.SubmitAsync(path, "form[action$=dossier] button"))
        using (var hidden = await kiosk.GetAsync(path))
            Assert.Equal(HttpStatusCode.Redirect, hidden.StatusCode);
        await using var db = await OpenAsync(kiosk);
        Assert.Equal(["dossier-published", "dossier-arranged", "dossier-taken-back"], await db.EditorialActs.OrderBy(act => act.Id).Select(act => act.Act).ToListAsync());
        var log = (await marit.PageAsync("/redactie/logboek")).QuerySelector("main")!.TextContent;
        Assert.Contains("ordende het dossier", log, StringComparison.Ordinal);
        Assert.Contains(" · richtlijn", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_thrown_away_comes_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1);
        using (await noor.SubmitAsync(path, "form[action$=weggooien] button"))
        using (var gone = await noor.GetAsync(path))
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using (await noor.SubmitAsync("/lijsten", "form[action$=terug] button"))
            Assert.Equal(["1"], await OrderAsync(noor, path));
    }

    [Fact]
    public async Task The_package_asks_the_questions_of_the_notes()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1);
        using (await noor.SubmitAsync($"{path}?bewerk=1", ".entry-form", ("notitie", "Sla de inleiding over. Geldt dit ook als iemand zelf afzegt? En wat doen wij dan?")))
        {
        }

        var package = await noor.PageAsync($"/pakket/{path.Split('/')[2]}");
        Assert.Equal(["Geldt dit ook als iemand zelf afzegt?", "En wat doen wij dan?"], package.QuerySelectorAll(".package-item li").Select(question => question.TextContent));
        Assert.Equal("Sla de inleiding over.", package.QuerySelector(".package-item blockquote")!.TextContent.Trim());
        Assert.Contains("Lectoraat. (2026).", package.QuerySelector(".citation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_erased_leaves_no_share_behind_and_her_lists_go_along_in_her_export()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        var path = await TeamAsync(noor, 1);
        using (await noor.SubmitAsync(path, "form[action$=delen]", ("adres", "bilal@kiosk.example")))
        {
        }

        using var bilal = await kiosk.SignedInAsync(Role.Lezer, "bilal@kiosk.example");
        await ListAsync(bilal, "Van Bilal", 2);
        using (var export = await bilal.GetAsync("/mijn-kiosk/gegevens"))
            Assert.Contains("Fragment over schulden", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (await bilal.SubmitAsync("/mijn-kiosk/verwijderen", "main form .danger"))
        {
        }

        await using var db = await OpenAsync(kiosk);
        Assert.Empty(await db.ListMembers.ToListAsync());
        Assert.Equal(2, await db.ReadingLists.CountAsync(list => list.UserId != null));
        Assert.Equal(1, await db.Users.CountAsync());
    }

    internal static Task<string> TeamAsync(TestVisitor visitor, params long[] articles) => ListAsync(visitor, "Teamoverleg", articles);

    internal static async Task<string> ListAsync(TestVisitor visitor, string title, params long[] articles)
    {
        using (await visitor.SubmitAsync("/lijsten", "form[action*=nieuw]", ("titel", title)))
        {
        }

        var path = await PathAsync(visitor, title);
        foreach (var article in articles)
        {
            using var added = await visitor.SubmitAsync($"/lijsten/erbij?stuk={article}", "form[data-save-form]", ("lijst", path.Split('/')[2]));
        }

        return path;
    }

    private static async Task<string> PathAsync(TestVisitor visitor, string title) =>
        (await visitor.PageAsync("/lijsten")).QuerySelectorAll(".folder a").Single(link => link.TextContent == title).GetAttribute("href")!;

    private static async Task<IEnumerable<string?>> OrderAsync(TestVisitor visitor, string path) =>
        (await visitor.PageAsync(path)).QuerySelectorAll("[data-article]").Select(item => item.GetAttribute("data-article"));

    private static Task<KioskDb> OpenAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
}
