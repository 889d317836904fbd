using System.Net.Http.Json;
using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Searching;

/// <summary>What stands around results, and what is offered while typing.</summary>
public sealed class SearchPageTests(NewsstandKiosk newsstand)
{
    [Theory]
    [InlineData("vroegsig", "topic", "/onderwerp/vroegsignalering")]
    [InlineData("dagbl", "source", "/bron/fragment")]
    [InlineData("besl", "word", "/zoeken?q=beslag")]
    [InlineData("volledig st", "title", "/artikel/1/volledig-stuk-over-schulden")]
    public async Task While_typing_topics_sources_words_and_titles_are_offered(string typed, string kind, string link)
    {
        var answer = await newsstand.Kiosk.Client().GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/suggestions?q={Uri.EscapeDataString(typed)}", UriKind.Relative));

        Assert.Contains(answer.GetProperty("items").EnumerateArray(), item => item.GetProperty("kind").GetString() == kind && item.GetProperty("link").GetString() == link);
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=%20%20")]
    [InlineData("q=%00%22%3Cqqq%3E")]
    public async Task Nothing_typed_or_nonsense_offers_nothing(string query)
    {
        var answer = await newsstand.Kiosk.Client().GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/suggestions?{query}", UriKind.Relative));

        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_article_offers_what_is_like_it()
    {
        var page = await newsstand.Kiosk.PageAsync("/artikel/8");
        using var at = await newsstand.Kiosk.GetAsync("/artikel/8");

        var like = TestKiosk.Parse(await (await newsstand.Kiosk.GetAsync(at.Headers.Location!.ToString())).Content.ReadAsStringAsync());
        var titles = like.QuerySelectorAll("[aria-labelledby=kop-verder] .card-title").Select(title => title.TextContent).ToList();

        Assert.Equal(3, titles.Count);
        Assert.All(titles, title => Assert.EndsWith("over beslag", title, StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("#kop-verder"));
    }

    [Theory]
    [InlineData("van=2026", "/zoeken?q=beslag&van=2026", "vanaf 2026")]
    [InlineData("tot=2026", "/zoeken?q=beslag&tot=2026", "tot en met 2026")]
    [InlineData("van=2026&tot=2025&jaar=2020", "/zoeken?q=beslag&van=2025&tot=2026", "2025 tot en met 2026")]
    public async Task Years_can_be_narrowed_from_and_to(string years, string pageLink, string chip)
    {
        var page = await newsstand.Kiosk.PageAsync($"/zoeken?q=beslag&{years}");

        Assert.Equal("54 stukken", page.QuerySelector("#kop-resultaten")!.TextContent);
        Assert.StartsWith(chip, page.QuerySelector(".active-filters .chip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{pageLink}&pagina=2", page.QuerySelector(".pager [rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("van=2025&tot=2025", "Niets gevonden")]
    [InlineData("van=gisteren&tot=", "54 stukken")]
    public async Task A_year_in_which_nothing_came_out_finds_nothing_and_what_is_no_year_counts_for_nothing(string years, string count)
    {
        var page = await newsstand.Kiosk.PageAsync($"/zoeken?q=beslag&{years}");

        Assert.Equal(count, page.QuerySelector("#kop-resultaten")!.TextContent);
    }

    [Fact]
    public async Task What_was_also_sought_is_said_with_the_way_to_search_without()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.Add(Seeds.Article(Seeds.Source("bron"), "Het vrij te laten bedrag stijgt")));

        var page = await kiosk.PageAsync("/zoeken?q=vtlb");
        Assert.Contains("vrij te laten bedrag", page.QuerySelectorAll(".search-notes .chip.marked").Select(chip => chip.TextContent));
        var literal = page.QuerySelector(".search-notes a")!.GetAttribute("href")!;

        Assert.Equal("/zoeken?q=vtlb&precies=1", literal);
        Assert.Equal("Niets gevonden", (await kiosk.PageAsync(literal)).QuerySelector("#kop-resultaten")!.TextContent);
    }

    [Fact]
    public async Task Words_that_find_nothing_together_are_offered_apart()
    {
        var page = await newsstand.Kiosk.PageAsync("/zoeken?q=%22beslag+fragment%22");

        Assert.Equal(["beslag 54 stukken", "fragment 1 stuk"], page.QuerySelectorAll(".empty .chip").Select(chip => chip.TextContent));
    }

    [Fact]
    public async Task An_editor_is_led_from_a_hit_to_the_sum_of_its_score()
    {
        using var editor = await newsstand.Kiosk.SignedInAsync(Role.Redacteur);
        var why = (await editor.PageAsync("/zoeken?q=fragment")).QuerySelector(".hit-more a")!.GetAttribute("href")!;

        var page = await editor.PageAsync(why);

        Assert.Equal("/redactie/uitleg?q=fragment&stuk=2", why);
        Assert.Equal("Fragment over schulden", page.QuerySelector("#kop-som")!.TextContent);
        Assert.Contains("plaats 1 bij", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".sum th[data-depth='2']"), cell => cell.TextContent.Contains("‘fragment’", StringComparison.Ordinal));
        Assert.Null((await newsstand.Kiosk.PageAsync("/zoeken?q=fragment")).QuerySelector(".hit-more a"));
    }

    [Theory]
    [InlineData("stuk=999")]
    [InlineData("stuk=veel")]
    [InlineData("stuk=6")]
    public async Task A_piece_that_cannot_be_found_is_said_to_be_so(string piece)
    {
        using var editor = await newsstand.Kiosk.SignedInAsync(Role.Redacteur);

        var page = await editor.PageAsync($"/redactie/uitleg?q=schulden&{piece}");

        Assert.NotNull(page.QuerySelector(".notice.warn"));
    }
}
