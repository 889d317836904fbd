using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Annotations;
using Kiosk.Data.Merging;
using Kiosk.Web.Tests.Accounts;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Annotations;

public sealed class AnnotationPagesTests
{
    private const string Whole = "/artikel/1/volledig-stuk-over-schulden";
    private const string Form = "[data-note-form] form";

    [Fact]
    public async Task A_reader_marks_notes_changes_and_takes_away_without_script()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (var kept = await noor.SubmitAsync(Whole, Form, ("passage", "alinea 3 OVER schulden"), ("notitie", $"Bespreken? {Newsstand.Hostile}")))
            Assert.Equal($"{Whole}#passage-1", kept.Headers.Location?.ToString());
        var page = await noor.PageAsync(Whole);
        Assert.Equal("Alinea 3 over schulden", page.QuerySelector(".prose mark#passage-1")!.TextContent);
        Assert.Equal($"Bespreken? {Newsstand.Hostile}", page.QuerySelector(".prose aside.mine")!.TextContent);
        Assert.Equal("Alinea 3 over schulden", page.QuerySelector("#aantekening-1 blockquote")!.TextContent);
        Assert.Null(page.QuerySelector(".prose script, .prose img, #aantekeningen img"));
        using (await noor.SubmitAsync("/artikel/1/aantekening?nr=1", "main form", ("passage", "Alinea 3 over schulden"), ("notitie", "Anders.")))
            Assert.Equal("Anders.", (await noor.PageAsync(Whole)).QuerySelector("#aantekening-1 .as-typed")!.TextContent);
        using var gone = await noor.SubmitAsync(Whole, "#aantekening-1 button");
        var after = await noor.PageAsync(gone.Headers.Location!.ToString().Split('#')[0]);
        Assert.Null(after.QuerySelector("mark"));
        using (await noor.SubmitAsync(gone.Headers.Location!.ToString().Split('#')[0], "#aantekeningen [role=status] button"))
            Assert.NotNull((await noor.PageAsync(Whole)).QuerySelector("mark"));
        Assert.Null((await kiosk.PageAsync(Whole)).QuerySelector("mark, #aantekeningen, script[src*=markeer]"));
    }

    [Fact]
    public async Task A_passage_survives_a_changed_text_and_is_said_to_be_gone_when_it_is()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (await noor.SubmitAsync(Whole, Form, ("passage", "Alinea 5 over schulden"), ("notitie", "Bewaren.")))
        {
        }

        await ChangeAsync(kiosk, "<p>Een nieuw begin.</p><h2>En dan</h2><p>Alinea 5 <b>over</b> schulden stond eerst elders.</p>");
        Assert.Equal("Alinea 5 over schulden", string.Concat((await noor.PageAsync(Whole)).QuerySelectorAll(".prose mark").Select(mark => mark.TextContent)));
        await ChangeAsync(kiosk, "<p>Alles is anders.</p>");
        var page = await noor.PageAsync(Whole);
        Assert.Contains("staat niet meer in de tekst", page.QuerySelector("#aantekening-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bewaren.", page.QuerySelector("#aantekening-1")!.TextContent, StringComparison.Ordinal);
        using var kept = await noor.SubmitAsync("/artikel/1/aantekening?nr=1", "main form", ("passage", "Alinea 5 over schulden"), ("notitie", "Nog steeds."));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    [Theory]
    [InlineData(Whole, "Woorden die er niet staan", "", "staan niet zo in de tekst")]
    [InlineData(Whole, "", " ", "Kies een passage")]
    [InlineData("/artikel/2/fragment-over-schulden", Newsstand.Secret, "", "staan niet zo in de tekst")]
    [InlineData("/artikel/3/titel-over-schulden", "schulden1", "", "staan niet zo in de tekst")]
    public async Task What_cannot_be_kept_is_said_and_stays_on_the_screen(string path, string passage, string note, string problem)
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var answer = await noor.SubmitAsync(path, Form, ("passage", passage), ("notitie", note));
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(problem, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(passage, page.QuerySelector("#passage")!.TextContent);
        Assert.DoesNotContain(Newsstand.Secret, (await noor.PageAsync("/mijn-kiosk/aantekeningen")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_or_touches_the_annotations_of_somebody_else_and_a_merge_keeps_them()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using var bilal = await kiosk.SignedInAsync(Role.Beheerder);
        using (await noor.SubmitAsync(Whole, Form, ("passage", "Alinea 3 over schulden"), ("notitie", "Van Noor.")))
            Assert.DoesNotContain("Van Noor.", (await bilal.PageAsync(Whole)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (address, fields) in new[] { ("/artikel/1/aantekening?nr=1", ("notitie", "Gekaapt")), ("/artikel/1/aantekening?handler=weg", ("aantekening", "1")), ("/artikel/1/aantekening?handler=terug", ("aantekening", "1")), ("/artikel/2/aantekening?nr=1", ("notitie", "Gekaapt")) })
        {
            using var tried = await bilal.PostAsync(Whole, Form, address, fields);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, tried.StatusCode));
        }

        await using var db = await OpenAsync(kiosk);
        await ArticleMerge.MergeAsync(db, 5, 1, TestKiosk.Now);
        Assert.Equal("Van Noor.", (await noor.PageAsync("/artikel/5/debts-in-english")).QuerySelector("#aantekening-1 .as-typed")!.TextContent);
        Assert.Null((await db.Annotations.AsNoTracking().SingleAsync()).RemovedAt);
    }

    [Fact]
    public async Task Her_annotations_are_searched_in_dutch_taken_along_as_markdown_and_kept_when_an_article_is_withdrawn()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (await noor.SubmitAsync(Whole, Form, ("passage", "Alinea 3 over schulden"), ("notitie", "Voor de deurwaarders *hier*.")))
        using (await noor.SubmitAsync("/artikel/3/titel-over-schulden", Form, ("notitie", "Iets anders.")))
        using (var far = await noor.GetAsync("/mijn-kiosk/aantekeningen?handler=markdown"))
            Assert.Contains("> Alinea 3 over schulden\n\nVoor de deurwaarders \\*hier\\*.", await far.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Voor de deurwaarders *hier*.", Assert.Single((await noor.PageAsync("/mijn-kiosk/aantekeningen?q=deurwaarder")).QuerySelectorAll(".as-typed")).TextContent);
        Assert.Contains("Niets gevonden", (await noor.PageAsync("/mijn-kiosk/aantekeningen?q=xylofoon")).Body!.TextContent, StringComparison.Ordinal);
        await using (var db = await OpenAsync(kiosk))
            await db.Articles.Where(article => article.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Withdrawn));
        using var gone = await noor.SubmitAsync("/mijn-kiosk/aantekeningen", "form[action*='/artikel/1/'] button");
        using (await noor.SubmitAsync(gone.Headers.Location!.ToString(), "[role=status] button"))
            Assert.Equal(2, (await noor.PageAsync("/mijn-kiosk/aantekeningen")).QuerySelectorAll("li.mine").Length);
    }

    [Fact]
    public async Task What_was_taken_away_goes_for_good_after_a_while()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (await noor.SubmitAsync(Whole, Form, ("notitie", "Weg.")))
        using (await noor.SubmitAsync(Whole, Form, ("notitie", "Blijft.")))
        using (await noor.SubmitAsync(Whole, "#aantekening-1 button"))
        {
        }

        await using var db = await OpenAsync(kiosk);
        await AnnotationTrim.RunAsync(db, TestKiosk.Now.AddDays(29), TestContext.Current.CancellationToken);
        Assert.Equal(2, await db.Annotations.CountAsync(TestContext.Current.CancellationToken));
        await AnnotationTrim.RunAsync(db, TestKiosk.Now.AddDays(31), TestContext.Current.CancellationToken);
        Assert.Equal("Blijft.", (await db.Annotations.SingleAsync(TestContext.Current.CancellationToken)).Note);
    }

    private static async Task ChangeAsync(TestKiosk kiosk, string html)
    {
        await using var db = await OpenAsync(kiosk);
        await db.Articles.Where(article => article.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(article => article.BodyHtml, html));
    }

    private static Task<KioskDb> OpenAsync(TestKiosk kiosk) => kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync();
}
