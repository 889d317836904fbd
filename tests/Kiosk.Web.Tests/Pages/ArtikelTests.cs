using System.Net;

namespace Kiosk.Web.Tests.Pages;

public sealed class ArtikelTests(NewsstandKiosk newsstand)
{
    [Theory]
    [InlineData("/artikel/1")]
    [InlineData("/artikel/1/oud-adres")]
    [InlineData("/artikel/1/volledig-stuk-over-schulden/")]
    [InlineData("/artikel/1/VOLLEDIG-stuk-over-schulden")]
    public async Task Any_other_slug_leads_to_the_right_one(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/artikel/1/volledig-stuk-over-schulden", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_list_one_came_from_is_not_lost_on_the_way_to_the_right_slug()
    {
        using var response = await newsstand.Kiosk.GetAsync("/artikel/1/oude-kop?lijst=1");

        Assert.Equal("/artikel/1/volledig-stuk-over-schulden?lijst=1", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_source_that_allows_it_is_shown_whole()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/artikel/1/volledig-stuk-over-schulden");

        Assert.Contains(Newsstand.Secret, page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".read-on"));
        Assert.Equal("Lectoraat", page.QuerySelector(".byline a")!.TextContent);
        Assert.Contains("20 november 2026, 6.36 uur", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vroegsignalering", page.QuerySelector(".story-foot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".angles article").Length);
        Assert.Equal("2026/11/20", page.QuerySelector("meta[name=citation_publication_date]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_source_of_excerpts_is_shown_in_part_with_a_way_on()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/artikel/2/fragment-over-schulden");

        Assert.EndsWith("schulden60 …", page.QuerySelector(".prose")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Lees verder bij Dagblad", page.QuerySelector(".read-on a.button")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("https://fragment.example/", page.QuerySelector(".read-on a.button")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_links_shows_its_title_alone()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/artikel/3/titel-over-schulden");

        Assert.Null(page.QuerySelector(".prose"));
        Assert.Null(page.QuerySelector("meta[name=description]"));
        Assert.DoesNotContain("schulden1", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".read-on a.button"));
    }

    [Theory]
    [InlineData("/artikel/2/fragment-over-schulden")]
    [InlineData("/artikel/3/titel-over-schulden")]
    [InlineData("/")]
    [InlineData("/zoeken?q=schulden")]
    [InlineData("/zoeken?q=schulden10")]
    [InlineData("/bron/fragment")]
    [InlineData("/bron/titel")]
    [InlineData("/onderwerp/vroegsignalering")]
    [InlineData("/api/v1/search?q=schulden")]
    [InlineData("/api/v1/articles/2")]
    [InlineData("/api/v1/articles/3")]
    public async Task Text_that_may_not_be_shown_stands_nowhere(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(Newsstand.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alinea 20", text, StringComparison.Ordinal);
        Assert.DoesNotContain("schulden61", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_in_another_language_says_so_around_its_own_words_only()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/artikel/5/debts-in-english");

        Assert.Equal("en", page.QuerySelector("article.story")!.GetAttribute("lang"));
        Assert.Equal("nl", page.QuerySelector(".story-tools")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_piece_without_topics_or_text_is_a_page_too()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.Add(Seeds.Article(Seeds.Source("bron"), "債務")));

        using var response = await kiosk.GetAsync("/artikel/1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
