using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>What a reader does on the search page.</summary>
public sealed partial class SearchingTests(Newsstand newsstand)
{
    [Fact]
    public Task What_was_asked_is_marked_in_what_is_found() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Zoek in de kiosk").FillAsync("schuldhulpverlening");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByLabel("Zoekopdracht")).ToHaveValueAsync("schuldhulpverlening");
        var marks = await page.Locator(".hits mark").AllInnerTextsAsync();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Contains("schuldhulp", mark, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public Task A_filter_works_when_chosen_and_is_taken_away_with_a_click() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken?q=schulden");
        var all = await page.Locator(".hits > li").CountAsync();

        var reports = page.Locator(".facets input[name=soort][value=rapport]");
        await reports.ClickAsync();
        await Expect(page).ToHaveURLAsync(ReportsOnly());
        await Expect(reports).ToBeFocusedAsync();
        var kinds = await page.Locator(".hits .kind").AllInnerTextsAsync();
        Assert.InRange(kinds.Count, 1, all - 1);
        Assert.All(kinds, kind => Assert.Equal("Rapport", kind));

        await page.Locator(".active-filters a.chip").ClickAsync();
        await Expect(page.Locator(".hits > li")).ToHaveCountAsync(all);
    });

    [Fact]
    public Task The_newest_come_first_when_asked() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken?q=schulden");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nieuwste" }).ClickAsync();

        await Expect(page.Locator(".segments [aria-current]")).ToHaveTextAsync("Nieuwste");
        var times = await page.Locator(".hits time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)");
        var moments = times.Select(time => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(moments.OrderDescending(), moments);
    });

    [Fact]
    public Task A_long_list_has_pages() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken");
        var first = await page.Locator(".hits .card-title").AllInnerTextsAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Volgende" }).ClickAsync();

        await Expect(page.Locator(".pager [aria-current]")).ToHaveTextAsync("Pagina 2");
        var second = await page.Locator(".hits .card-title").AllInnerTextsAsync();
        Assert.Equal(20, second.Count);
        Assert.Empty(first.Intersect(second));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Vorige" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_search_without_results_helps_on() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken?q=xylofoonconcert");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Niets gevonden" })).ToBeVisibleAsync();

        await page.Locator(".empty a.topic").First.ClickAsync();

        await Expect(page.Locator(".hits > li")).Not.ToHaveCountAsync(0);
    });

    [Fact]
    public Task What_a_reader_types_comes_back_as_text() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        const string Hostile = "\"><script>document.title='gehackt'</script> OF ( NEAR/2 *";
        await page.GotoAsync("/zoeken");
        await page.GetByLabel("Zoekopdracht").FillAsync(Hostile);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoek", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Zoekopdracht")).ToHaveValueAsync(Hostile);
        Assert.DoesNotContain("gehackt", (await page.TitleAsync())[..7], StringComparison.Ordinal);
    });

    [GeneratedRegex("soort=rapport", RegexOptions.None, 1000)]
    private static partial Regex ReportsOnly();
}
