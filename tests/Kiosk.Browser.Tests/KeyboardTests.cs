using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kiosk.Browser.Tests;

/// <summary>Everything can be reached and seen with the keyboard alone.</summary>
public sealed class KeyboardTests(Newsstand newsstand)
{
    private const int MoreThanAnyPageHas = 250;

    [Fact]
    public Task The_first_stop_skips_to_the_content() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    });

    [Theory]
    [InlineData("Vandaag", 390)]
    [InlineData("Vandaag", 1280)]
    [InlineData("Zoeken, filtered", 390)]
    [InlineData("Artikel, whole, with a table", 1280)]
    [InlineData("Bronnen", 390)]
    public Task Every_stop_is_seen_and_none_is_a_trap(string kind, int width) => newsstand.VisitAsync(Reader.OnAPhone with { Width = width }, async page =>
    {
        await page.GotoAsync(newsstand.PathOf(kind));
        var stops = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')].filter((e) => e.checkVisibility() && e.type !== 'hidden').length");

        var seen = 0;
        for (; seen < MoreThanAnyPageHas; seen++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string>(Stop);
            if (stop.Length == 0)
                break;
            Assert.StartsWith("seen ", stop, StringComparison.Ordinal);
        }

        Assert.Equal(stops, seen);
    });

    /// <summary>Describes the focused element: whether its focus shows, and whether it lies in the window with nothing before it. Empty if there is none.</summary>
    private const string Stop = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return '';
          const shows = (style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none';
          const marked = shows(getComputedStyle(element)) || shows(getComputedStyle(element, '::after')) || shows(getComputedStyle(element.parentElement));
          const boxes = [...element.getClientRects()];
          const free = boxes.some((box) => {
            const within = (start, length, end) => Math.min(Math.max(start + length / 2, 1), end - 1);
            const top = document.elementFromPoint(within(box.left, box.width, innerWidth), within(box.top, box.height, innerHeight));
            return top && (element.contains(top) || top.contains(element));
          });
          return `${!marked ? 'unmarked' : !free ? 'covered' : 'seen'} ${element.outerHTML.slice(0, 120)}`;
        }
        """;
}
