using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Data.Editions;
using Kiosk.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Redactie;

public sealed class DeskPagesTests
{
    [Fact]
    public async Task A_correction_shows_both_versions_and_the_log_restores_it()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (var answer = await editor.SubmitAsync("/redactie/stuk/4", "form[action$=verbeter]", ("titel", "Betere kop"), ("inleiding", "Nieuw."), ("auteurs", "Noor Verbeek\nBilal Kaya")))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await editor.PageAsync("/redactie/stuk/4");
        Assert.Equal("Betere kop", page.QuerySelector("h1")!.TextContent);
        var versions = page.QuerySelectorAll(".versions").Select(version => version.TextContent).ToList();
        Assert.Equal(3, versions.Count);
        Assert.Contains("Stuk 4", versions[0], StringComparison.Ordinal);
        Assert.Contains("Betere kop", await ArticleAsync(kiosk), StringComparison.Ordinal);

        var log = await editor.PageAsync("/redactie/logboek?zoek=betere+kop&wat=article-corrected");
        Assert.Single(log.QuerySelectorAll("tbody tr"));
        Assert.Empty((await editor.PageAsync("/redactie/logboek?zoek=nergens")).QuerySelectorAll("tbody tr"));
        using (await editor.SubmitAsync("/redactie/logboek", "button[name=id]"))
        {
        }

        Assert.Equal("Stuk 4", (await editor.PageAsync("/redactie/stuk/4")).QuerySelector("h1")!.TextContent);
        Assert.Equal(2, (await editor.PageAsync("/redactie/logboek")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_form_that_is_too_old_comes_back_with_what_was_typed_and_what_is_there_now()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var late = await editor.SubmitAsync("/redactie/stuk/4", "form[action$=verbeter]", ("stuk", "4.0"), ("titel", "Van een ander"), ("inleiding", ""), ("auteurs", ""));
        using var answer = await editor.SubmitAsync("/redactie/stuk/4", "form[action$=verbeter]", ("stuk", "4.0"), ("gezien", "0"), ("titel", "Van mij"), ("inleiding", "Mijn inleiding"), ("auteurs", ""));
        var page = TestKiosk.Parse(await answer.Content.ReadAsStringAsync());
        var alert = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("verbeterde", alert, StringComparison.Ordinal);
        Assert.Contains("Van een ander", alert, StringComparison.Ordinal);
        Assert.Equal(("Van mij", "Mijn inleiding"), (page.QuerySelector("#titel")!.GetAttribute("value"), page.QuerySelector("#inleiding")!.TextContent));
        Assert.Equal("4.1", page.QuerySelector("form[action$=verbeter] input[name=stuk]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_text_that_a_source_keeps_to_itself_cannot_be_changed()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.Null((await editor.PageAsync("/redactie/stuk/4")).QuerySelector("#tekst"));
        using (await editor.SubmitAsync("/redactie/stuk/4", "form[action$=verbeter]", ("tekst", "<p>Gekaapt</p>"), ("inleiding", ""), ("auteurs", "")))
        {
        }

        using (await editor.SubmitAsync("/redactie/stuk/1", "form[action$=verbeter]", ("tekst", "<p>Verbeterd <script>alert(1)</script></p>"), ("inleiding", ""), ("auteurs", "")))
        {
        }

        await PostvakTests.AssertAsync(kiosk, async db =>
        {
            Assert.DoesNotContain("Gekaapt", (await db.Articles.SingleAsync(one => one.Id == 4)).BodyHtml, StringComparison.Ordinal);
            Assert.Equal("<p>Verbeterd </p>".Replace(" <", "<", StringComparison.Ordinal), (await db.Articles.SingleAsync(one => one.Id == 1)).BodyHtml.Replace(" <", "<", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_withdrawn_piece_says_why_it_is_gone()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (await editor.SubmitAsync("/redactie/stuk/4", "form[action$=intrek]", ("reden", "De maker wil dit stuk niet meer tonen.")))
        {
        }

        using var gone = await kiosk.GetAsync("/artikel/4/stuk-4");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("De maker wil dit stuk niet meer tonen.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_of_tomorrow_shows_what_was_planned_for_it()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (await editor.SubmitAsync("/artikel/4/keuze", "form.panel", ("citaat", "Voor morgen."), ("van", "2026-11-21"), ("tot", "2026-11-21")))
        {
        }

        Assert.DoesNotContain("Voor morgen.", (await kiosk.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Voor morgen.", (await editor.PageAsync("/redactie/keuzes/2026-11-20")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Voor morgen.", (await editor.PageAsync("/redactie/keuzes/2026-11-21")).Body!.TextContent, StringComparison.Ordinal);
        using (await editor.SubmitAsync("/redactie/keuzes?dag=2026-11-21", "form[action$=wijzig]", ("citaat", "Toch voor zondag."), ("van", "2026-11-22"), ("tot", "2026-11-22")))
        {
        }

        Assert.DoesNotContain("Toch voor zondag.", (await editor.PageAsync("/redactie/keuzes/2026-11-21")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Toch voor zondag.", (await editor.PageAsync("/redactie/keuzes/2026-11-22")).Body!.TextContent, StringComparison.Ordinal);
        kiosk.Time.Advance(TimeSpan.FromDays(2));
        Assert.Contains("Toch voor zondag.", (await kiosk.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_run_into_is_a_task_until_it_is_answered()
    {
        await using var kiosk = await PostvakTests.StartAsync(db =>
        {
            db.EditorTasks.Add(new EditorTask { ArticleId = 4, Readers = 3, Objection = Objection.Reclame, OpenedAt = TestKiosk.Now });
            db.SearchQuestions.Add(new SearchQuestion { Day = new DateOnly(2026, 11, 20), Question = "zwerfhulp", Asked = 6, FoundNothing = 6 });
            db.SearchQuestions.Add(new SearchQuestion { Day = new DateOnly(2026, 11, 20), Question = "zelden", Asked = 4, FoundNothing = 4 });
        });
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        var page = await editor.PageAsync("/redactie/taken");
        Assert.Equal(["Stuk 4", "zwerfhulp"], page.QuerySelectorAll("main h3").Select(head => head.TextContent));
        using (await editor.SubmitAsync("/redactie/taken", "button[name=taak]", ("antwoord", "Rustig gelaten.")))
        using (await editor.SubmitAsync("/redactie/taken", "button[name=vraag]", ("antwoord", "Begrip gemaakt.")))
        {
        }

        Assert.Empty((await editor.PageAsync("/redactie/taken")).QuerySelectorAll("main h3"));
        Assert.Contains("Begrip gemaakt.", (await editor.PageAsync("/redactie/logboek")).Body!.TextContent, StringComparison.Ordinal);
        kiosk.Time.Advance(TimeSpan.FromDays(1));
        kiosk.Fill(db => db.SearchQuestions.Add(new SearchQuestion { Day = new DateOnly(2026, 11, 21), Question = "zwerfhulp", Asked = 5, FoundNothing = 5 }), withIndex: false);
        Assert.Equal(["zwerfhulp"], (await editor.PageAsync("/redactie/taken")).QuerySelectorAll("main h3").Select(head => head.TextContent));
    }

    [Fact]
    public async Task An_editors_own_text_is_an_article_of_the_kiosk()
    {
        await using var kiosk = await PostvakTests.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using var answer = await editor.SubmitAsync("/redactie/bericht", "form.panel", ("kop", "De kiosk is dicht met Kerst"), ("tekst", "Wij zijn er <b>niet</b>.\r\n\r\nTot in het nieuwe jaar."), ("onderwerp", "1"));
        var page = await kiosk.PageAsync(answer.Headers.Location!.ToString());
        Assert.Equal("De kiosk is dicht met Kerst", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Wij zijn er <b>niet</b>.", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De Kiosk", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await PostvakTests.AssertAsync(kiosk, async db => Assert.False((await db.Sources.SingleAsync(source => source.Slug == "de-kiosk")).Enabled));
    }

    private static async Task<string> ArticleAsync(TestKiosk kiosk)
    {
        using var answer = await kiosk.GetAsync("/artikel/4/betere-kop");
        return await answer.Content.ReadAsStringAsync();
    }
}
