using System.Net;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Citing;
using Kiosk.Web.Reading;
using Kiosk.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Pages;

public sealed class ReadingViewTests
{
    [Fact]
    public async Task A_long_text_has_a_table_of_contents_and_a_report_that_of_its_pages()
    {
        var words = string.Join(' ', Enumerable.Repeat("woord", 700));
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var source = Seeds.Source("vol", Rights.Full);
            db.Articles.AddRange(
                Seeds.Article(source, "Lang", body: $"<h2>Een &lt;i&gt;</h2><p>{words}</p><h3>Twee</h3><h2>Drie</h2>"),
                Seeds.Article(source, "Kort", body: "<h2>Een</h2><h2>Twee</h2><h2>Drie</h2>"),
                Report(source));
        });
        var page = await kiosk.PageAsync("/artikel/1/lang");
        Assert.Equal(["#deel-1 1 Een <i>", "#deel-2 2 Twee", "#deel-3 1 Drie"], page.QuerySelectorAll(".contents li").Select(line => $"{line.QuerySelector("a")!.GetAttribute("href")} {line.GetAttribute("data-level")} {line.QuerySelector("a")!.TextContent}"));
        Assert.Equal("Drie", page.QuerySelector("h2#deel-3")!.TextContent);
        Assert.Null((await kiosk.PageAsync("/artikel/2/kort")).QuerySelector(".contents"));
        var report = await kiosk.PageAsync("/artikel/3/rapport");
        Assert.Equal(["#p1", "#p2", "#p2"], report.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(report.QuerySelector("#p2"));
    }

    [Fact]
    public async Task The_size_of_letters_is_kept_without_script_and_asks_only_for_sizes_that_there_are()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var reader = kiosk.Visitor();
        const string path = "/artikel/1/volledig-stuk-over-schulden";
        Assert.Equal("gewoon", (await reader.PageAsync(path)).DocumentElement.GetAttribute("data-text"));
        using (var chosen = await reader.SubmitAsync(path, "button[value=grootst]"))
            Assert.Equal(path, chosen.Headers.Location?.ToString());
        var page = await reader.PageAsync(path);
        Assert.Equal("grootst", page.DocumentElement.GetAttribute("data-text"));
        Assert.Equal("grootst", page.QuerySelector("[data-text-size] [aria-pressed=true]")!.GetAttribute("value"));
        using (var odd = await reader.PostAsync(path, "[data-text-size]", "/weergave", ("letter", "reusachtig")))
            Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
        using (await reader.SubmitAsync(path, "button[value=gewoon]"))
            Assert.Equal("gewoon", (await reader.PageAsync(path)).DocumentElement.GetAttribute("data-text"));
    }

    [Theory]
    [InlineData("2027-01-01", null, "van")]
    [InlineData(null, "2026-01-01", "tot")]
    [InlineData("2026-01-01", "2027-06-30", "beide")]
    [InlineData("2026-11-20", "2026-11-20", "dag")]
    [InlineData("0001-01-01", "9999-12-31", "eeuwig")]
    public void A_period_is_drawn_within_its_line(string? from, string? until, string name)
    {
        var line = Validity.Of(Day(from), Day(until), new DateOnly(2026, 11, 20))!.Line!;
        Assert.True(line.From >= 0 && line.Width >= 2 && line.From + line.Width <= 386 && line.Now is >= 0 and <= 384, name);
        Assert.Contains("20 november 2026", line.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_manager_is_told_what_kind_of_work_it_is_and_who_made_it()
    {
        var ruling = new CitedWork { Id = 1, Title = "Dwangakkoord", Publisher = "Rechtbank", Url = "https://r.example/1", Kind = ArticleKind.Uitspraak, Ecli = "ECLI:NL:RBAMS:2026:1", Published = new DateOnly(2026, 3, 4) };
        Assert.Equal(
            ["z:itemType=case", "citation_title=Dwangakkoord", "citation_publication_date=2026/03/04", "citation_publisher=Rechtbank", "citation_public_url=https://r.example/1", "citation_technical_report_number=ECLI:NL:RBAMS:2026:1"],
            CitationTags.Of(ruling, null).Select(tag => $"{tag.Name}={tag.Content}"));
        var report = new CitedWork { Id = 2, Title = "Wat werkt", Publisher = "Lectoraat", Url = "https://l.example/2", Kind = ArticleKind.Rapport, Doi = "10.1/2", Language = "nl", Authors = [CitedName.Parse("Anna van der Berg"), CitedName.Parse("Ministerie van SZW")] };
        Assert.Equal(
            ["z:itemType=report", "citation_title=Wat werkt", "citation_author=van der Berg, Anna", "citation_author=Ministerie van SZW", "citation_technical_report_institution=Lectoraat", "citation_public_url=https://l.example/2", "citation_pdf_url=https://l.example/2.pdf", "citation_doi=10.1/2", "citation_language=nl"],
            CitationTags.Of(report, "https://l.example/2.pdf").Select(tag => $"{tag.Name}={tag.Content}"));
    }

    [Fact]
    public async Task Editors_choose_a_cover_that_shows_everywhere_and_give_it_back()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        using (await editor.SubmitAsync("/artikel/1/omslag", "main form", ("woord", $"Wat <b>telt</b>"), ("kleur", "7")))
        {
        }

        foreach (var path in new[] { "/artikel/1/volledig-stuk-over-schulden", "/onderwerp/vroegsignalering", "/lijst/1/dossier-over-schulden", "/zoeken?q=volledig" })
            Assert.Contains((await kiosk.PageAsync(path)).QuerySelectorAll(".cover[data-hue='7'] .cover-mark"), mark => mark.TextContent == "Wat <b>telt</b>");
        using (var long_ = await editor.SubmitAsync("/artikel/1/omslag", "main form", ("woord", new string('w', 41))))
            Assert.Contains("passen 40 tekens", await long_.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (await editor.SubmitAsync("/artikel/1/omslag", "main form", ("woord", " "), ("kleur", "99")))
        await using (var db = await kiosk.Services.GetRequiredService<IDbContextFactory<KioskDb>>().CreateDbContextAsync())
            Assert.False(await db.ArticleCovers.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Saving_counts_in_the_profile_of_who_lets_the_kiosk_remember_and_of_nobody_else()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var noor = await kiosk.SignedInAsync(Role.Lezer, "noor@kiosk.example");
        using (await noor.SubmitAsync("/lijsten/erbij?stuk=2", "form[data-save-form]", ("nieuw", "Eerst")))
            Assert.Null((await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#geschiedenis li"));
        using (await noor.SubmitAsync("/mijn-kiosk/profiel", "button[name=onthoud]"))
        using (await noor.SubmitAsync("/lijsten/erbij?stuk=1", "form[data-save-form]", ("nieuw", "Tweede")))
        {
        }

        var profile = await noor.PageAsync("/mijn-kiosk/profiel");
        Assert.Contains("bewaard", Assert.Single(profile.QuerySelectorAll("#geschiedenis li")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "1", "0", "0"], profile.QuerySelectorAll("#onderwerpen tbody td").Take(4).Select(cell => cell.TextContent));
        using (await noor.SubmitAsync("/lijsten/erbij?stuk=1", "form[data-save-form]", ("lijst", "0")))
            Assert.Null((await noor.PageAsync("/mijn-kiosk/profiel")).QuerySelector("#geschiedenis li"));
    }

    [Theory]
    [InlineData("Keuze")]
    [InlineData("Omslag!")]
    [InlineData("Aantekening")]
    public void An_article_is_not_taken_for_a_page_about_it(string title) => Assert.Equal("/artikel/1", Links.Article(1, title));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Article Report(Source source)
    {
        var report = Seeds.Article(source, "Rapport");
        (report.BodyText, report.PageStarts, report.Chapters) = ("Eerste.\n\nTweede.", [0, 9], ["1 Inleiding", "2 Wat werkt", "2 2.1 Hoe"]);
        return report;
    }
}
