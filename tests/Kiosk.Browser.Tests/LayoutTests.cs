using System.Text.Json;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>Every page stands still while it loads.</summary>
public sealed class LayoutTests(Newsstand newsstand)
{
    public static TheoryData<string> Pages => PageKinds.Names;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_stands_still_while_it_loads(string kind) => AtBothWidthsAsync(kind, async page =>
    {
        var (shift, shifted) = await ShiftAsync(page);
        Assert.True(shift <= 0.01, $"At {page.ViewportSize!.Width} px {shift} shifted:{shifted}");
    });

    /// <summary>As over a slow line: each few hundred characters are painted before the next arrive.</summary>
    [Theory]
    [InlineData("Vandaag")]
    [InlineData("Zoeken, found")]
    [InlineData("Onderwerpen")]
    [InlineData("Artikel, whole, with a table")]
    public Task A_page_stands_still_while_it_comes_in_pieces(string kind) => AtBothWidthsAsync(kind, async page =>
    {
        await page.EvaluateAsync("""
            async () => {
              const text = await (await fetch(location.href)).text();
              const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
              document.open();
              for (let at = 0; at < text.length; at += 400) {
                document.write(text.slice(at, at + 400));
                await painted();
              }
              document.close();
            }
            """);
        var (shift, shifted) = await ShiftAsync(page);
        Assert.True(shift <= 0.02, $"At {page.ViewportSize!.Width} px {shift} shifted:{shifted}");
        Assert.DoesNotContain("LI.", shifted, StringComparison.Ordinal);
    });

    private Task AtBothWidthsAsync(string kind, Func<IPage, Task> look) => newsstand.VisitAsync(Reader.OnAPhone, async page =>
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.GotoAsync(newsstand.PathOf(kind));
            await look(page);
        }
    });

    /// <summary>The elements outside the window, except those in a box that scrolls or clips by itself; empty if there are none.</summary>
    internal static Task<string> StickingOutAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
          const root = document.documentElement;
          const boxed = (element) => element !== document.body && element !== root
            && (getComputedStyle(element).overflowX !== 'visible' || boxed(element.parentElement));
          const out = [...document.body.querySelectorAll('*')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !boxed(element.parentElement);
          });
          const names = out.map((element) => `${element.tagName}.${element.getAttribute('class')}`);
          if (root.scrollWidth > root.clientWidth) names.push(`the page is ${root.scrollWidth} wide`);
          return names.join(', ');
        }
        """);

    /// <summary>
    /// Cumulative layout shift so far (https://web.dev/articles/cls), without what a change of the window's size causes, and the elements that shifted.
    /// </summary>
    private static async Task<(double Shift, string Shifted)> ShiftAsync(IPage page)
    {
        var found = await page.EvaluateAsync<JsonElement>("""
            () => new Promise((resolve) => {
              const found = { sum: 0, shifted: '' };
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                  if (entry.hadRecentInput) continue;
                  found.sum += entry.value;
                  for (const { node } of entry.sources) found.shifted += ` ${node?.nodeName}.${node?.className}`;
                }
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(found), 150);
            })
            """);
        return (found.GetProperty("sum").GetDouble(), found.GetProperty("shifted").GetString()!);
    }
}
