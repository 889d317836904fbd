using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>Suggestions while typing, by keyboard and pointer, and what this browser remembers of searches.</summary>
public sealed class SuggestingTests(Newsstand newsstand)
{
    [Fact]
    public Task The_arrows_go_through_the_suggestions_and_back_to_what_was_typed() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var box = await TypeAsync(page, "/zoeken", "schuldr");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator(".search-form [role=status]")).ToContainTextAsync("suggestie");

        await page.Keyboard.PressAsync("ArrowDown");
        var first = page.Locator(".suggestions [role=option]").First;
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", await first.GetAttributeAsync("id") ?? "");

        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "false");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
        await Expect(box).ToHaveValueAsync("schuldr");
    });

    [Fact]
    public Task Escape_closes_the_list_and_leaves_what_was_typed() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var box = await TypeAsync(page, "/", "schuldr");

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(box).ToHaveValueAsync("schuldr");
    });

    [Fact]
    public Task Enter_without_a_choice_searches_for_what_was_typed() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await TypeAsync(page, "/", "schuldr");

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByLabel("Zoekopdracht")).ToHaveValueAsync("schuldr");
    });

    [Fact]
    public Task A_suggestion_that_is_chosen_leads_where_it_says() => newsstand.VisitAsync(Reader.OnAPhone, async page =>
    {
        await TypeAsync(page, "/zoeken", "vroegsig");

        await page.Locator(".suggestions [role=option]", new() { HasText = "Onderwerp" }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Vroegsignalering", Exact = true, Level = 1 })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/zoeken")]
    public Task Axe_finds_nothing_while_suggestions_stand_there(string path) => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await TypeAsync(page, path, "schuldr");
        await page.Keyboard.PressAsync("ArrowDown");

        // The quick box is not there on a phone, so one width is enough.
        await page.EvaluateAsync(new Deque.AxeCore.Commons.BundledAxeScriptProvider().GetScript());
        var findings = await page.EvaluateAsync<string[]>("async () => (await axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] } })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)");
        Assert.Empty(findings);
    });

    [Fact]
    public Task What_was_searched_for_is_remembered_here_until_it_is_wiped_or_switched_off() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken?q=beslag");
        await page.GotoAsync("/zoeken?q=nazorg");
        var recent = page.Locator("[data-recent]");
        await recent.Locator("summary").ClickAsync();
        Assert.Equal(["nazorg", "beslag"], await recent.Locator("li").AllInnerTextsAsync());

        await recent.GetByRole(AriaRole.Button, new() { Name = "Wis deze lijst" }).ClickAsync();
        await Expect(recent.Locator("li")).ToHaveCountAsync(0);

        await recent.GetByRole(AriaRole.Button, new() { Name = "Onthoud niets meer" }).ClickAsync();
        await page.GotoAsync("/zoeken?q=beslag");
        Assert.Null(await page.EvaluateAsync<string?>("() => localStorage.getItem('zoek:recent')"));
    });

    [Fact]
    public Task An_empty_box_offers_what_was_searched_for_before_when_asked() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/zoeken?q=nazorg");
        await page.GotoAsync("/");
        await page.GetByLabel("Zoek in de kiosk").FocusAsync();
        await Expect(page.Locator(".suggestions")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(page.Locator(".suggestions [role=option]")).ToContainTextAsync("nazorg");
    });

    private static async Task<ILocator> TypeAsync(IPage page, string path, string text)
    {
        await page.GotoAsync(path);
        var box = page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync(text);
        await Expect(page.Locator(".suggestions [role=option]").First).ToBeVisibleAsync();
        return box;
    }
}
