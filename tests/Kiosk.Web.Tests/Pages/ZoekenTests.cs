using System.Net;

namespace Kiosk.Web.Tests.Pages;

public sealed class ZoekenTests(NewsstandKiosk newsstand)
{
    [Fact]
    public async Task What_was_found_is_counted_and_marked()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=fragment+schulden");

        Assert.Equal("1 stuk", page.QuerySelector("#kop-resultaten")!.TextContent);
        var first = page.QuerySelector(".hits .hit")!;
        Assert.Equal("/artikel/2/fragment-over-schulden", first.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["Fragment", "schulden"], first.QuerySelectorAll(".card-title mark").Select(mark => mark.TextContent));
        Assert.Equal("fragment schulden", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_misspelled_question_is_corrected_with_a_way_back()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=fragmemt");

        Assert.Contains("Dit zijn stukken over fragment.", page.QuerySelector(".search-notes")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/zoeken?q=fragmemt&precies=1", page.QuerySelector(".search-notes a")!.GetAttribute("href"));
        var exact = await kiosk.PageAsync("/zoeken?q=fragmemt&precies=1");
        Assert.Equal("Niets gevonden", exact.QuerySelector("#kop-resultaten")!.TextContent);
        Assert.Equal("1", exact.QuerySelector(".search-form input[name=precies]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pieces_that_hold_only_part_of_the_question_stand_under_their_own_heading()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=fragment+schulden");

        Assert.Equal("Hieronder: stukken waarin niet alles voorkomt", page.QuerySelector(".partial-head")!.TextContent);
        var lists = page.QuerySelectorAll("ol.hits");
        Assert.Equal(2, lists.Length);
        Assert.Equal($"{lists[0].ChildElementCount} stuk", page.QuerySelector("#kop-resultaten")!.TextContent);
        Assert.Equal($"en {lists[1].ChildElementCount} stukken waarin niet alles voorkomt", page.QuerySelector(".results-head .rest")!.TextContent);
    }

    [Fact]
    public async Task A_source_of_links_has_no_snippet_here_nor_in_the_api()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=schulden&bron=titel");
        using var api = await kiosk.GetAsync("/api/v1/search?q=schulden&source=titel");

        Assert.Single(page.QuerySelectorAll(".hit"));
        Assert.Empty(page.QuerySelectorAll(".snippet"));
        Assert.Contains("\"snippet\":null", await api.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_question_lists_everything_newest_first_in_pages()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken");

        Assert.Equal("60 stukken", page.QuerySelector("#kop-resultaten")!.TextContent);
        Assert.Equal(20, page.QuerySelectorAll(".hit").Length);
        Assert.Equal("1", page.QuerySelector(".pager [aria-current=page]")!.TextContent.Replace("Pagina ", "", StringComparison.Ordinal));
        Assert.Equal("/zoeken?pagina=2", page.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("-1", "1")]
    [InlineData("abc", "1")]
    [InlineData("2", "2")]
    [InlineData("99999999", "3")]
    public async Task A_page_number_beyond_the_list_gives_the_nearest_page(string asked, string page)
    {
        var kiosk = newsstand.Kiosk;

        foreach (var path in new[] { $"/zoeken?pagina={asked}", $"/onderwerp/vroegsignalering?pagina={asked}", $"/bron/fragment?pagina={asked}" })
        {
            var shown = await kiosk.PageAsync(path);
            Assert.Equal($"Pagina {page}", shown.QuerySelector(".pager [aria-current=page]")!.TextContent);
            Assert.NotEmpty(shown.QuerySelectorAll(".hit"));
        }
    }

    [Fact]
    public async Task Filters_are_kept_named_and_can_be_taken_away()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=schulden&soort=onderzoek&bron=vol&sorteer=nieuwste");

        Assert.Equal(2, page.QuerySelectorAll(".hit").Length);
        Assert.Equal(["/zoeken?q=schulden&bron=vol&sorteer=nieuwste", "/zoeken?q=schulden&soort=onderzoek&sorteer=nieuwste"],
            page.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")));
        Assert.Equal("onderzoek", page.QuerySelector("input[name=soort][checked]")!.GetAttribute("value"));
        Assert.Equal("nieuwste", page.QuerySelector(".search-form input[name=sorteer]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Several_values_of_one_property_add_to_each_other_and_keep_their_counts()
    {
        var kiosk = newsstand.Kiosk;

        var all = await kiosk.PageAsync("/zoeken?q=schulden");
        var counts = all.QuerySelectorAll(".facet input[name=soort]").Select(box => box.GetAttribute("value")!).ToList();
        Assert.True(counts.Count >= 2);
        var both = await kiosk.PageAsync($"/zoeken?q=schulden&soort={counts[0]}&soort={counts[1]}");

        Assert.Equal(2, both.QuerySelectorAll("a.chip").Length);
        Assert.Equal(counts, both.QuerySelectorAll(".facet input[name=soort]").Select(box => box.GetAttribute("value")!));
    }

    [Fact]
    public async Task Unknown_filters_are_said_not_obeyed()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=schulden&soort=roman&bron=nergens&onderwerp=niets&sorteer=paars");

        Assert.NotEmpty(page.QuerySelectorAll(".hit"));
        Assert.Equal(3, page.QuerySelectorAll(".search-note").Length);
    }

    [Fact]
    public async Task Nothing_found_offers_tips_and_topics()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=xylofoonvereniging");

        Assert.Equal("Niets gevonden", page.QuerySelector("#kop-resultaten")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".empty .tips li"));
        Assert.NotEmpty(page.QuerySelectorAll(".empty a.topic"));
    }

    [Fact]
    public async Task Nothing_found_within_filters_offers_to_drop_them()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=beslag&soort=agenda");

        Assert.Equal("/zoeken?q=beslag", page.QuerySelector(".empty a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_article_that_the_archive_has_hidden_since_is_not_shown()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        kiosk.Fill(db => db.Articles.First().State = Kiosk.Data.ArticleState.Hidden, withIndex: false);

        var page = await kiosk.PageAsync("/zoeken?q=volledig");

        Assert.DoesNotContain("/artikel/1/", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'; DROP TABLE articles; --")]
    [InlineData("NEAR(a b, 3)")]
    [InlineData("title:schuld AND OR NOT")]
    [InlineData("((((((((((((((")]
    [InlineData("-schuld")]
    [InlineData("*")]
    [InlineData("OF OF OF")]
    [InlineData("\u0000\u0001\u001f")]
    [InlineData("\ud83d\ude00 \u202e omgekeerd")]
    [InlineData("{{7*7}} ${7*7} @Model <%= 1 %>")]
    [InlineData("<mark>schulden</mark>")]
    public async Task Whatever_a_person_types_is_no_error(string question)
    {
        var kiosk = newsstand.Kiosk;

        using var page = await kiosk.GetAsync($"/zoeken?q={Uri.EscapeDataString(question)}");
        using var api = await kiosk.GetAsync($"/api/v1/search?q={Uri.EscapeDataString(question)}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Theory]
    [InlineData("/zoeken?q=%FF%FE")]
    [InlineData("/zoeken?q=%")]
    [InlineData("/zoeken?q=a&q=b&pagina=1&pagina=2")]
    [InlineData("/zoeken?&&=&=x&q")]
    public async Task A_mangled_address_is_no_error(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_very_long_question_is_cut_and_says_so()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/zoeken?q=" + new string('a', 5000));

        Assert.Contains(page.QuerySelectorAll(".search-note"), note => note.TextContent.Contains("400 tekens", StringComparison.Ordinal));
    }
}
