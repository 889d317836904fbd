using Kiosk.Web.Demo;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>What stands on a cover stands on it whole.</summary>
public sealed class CoverTests(Newsstand newsstand)
{
    private static readonly int[] Widths = [320, 390, 1280];

    /// <summary>Every article of the newsroom: the large cover on its page is measured once, small ones by list.</summary>
    [Fact]
    public Task No_cover_is_clipped_at_any_width() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] lists = ["/", "/zoeken?q=schuld*+OF+de+OF+het+OF+een", "/agenda", .. await SourcesAsync(page)];
        foreach (var list in lists)
        {
            await page.GotoAsync(list);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                Assert.Equal((list, width, ""), (list, width, await ClippedAsync(page)));
            }

            seen.UnionWith(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.card-title a')].map((link) => link.pathname)"));
        }

        Assert.True(seen.Count >= DemoArchive.Read(TimeProvider.System.GetUtcNow()).Count, $"{seen.Count} articles were seen.");
        await page.SetViewportSizeAsync(1280, 900);
        foreach (var article in seen)
        {
            await page.GotoAsync(article, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.Equal((article, ""), (article, await ClippedAsync(page)));
        }
    });

    private static async Task<string[]> SourcesAsync(IPage page)
    {
        await page.GotoAsync("/bronnen");
        return await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('main a[href^=\"/bron/\"]')].map((link) => link.pathname))].filter((path) => path.split('/').length === 3)");
    }

    /// <summary>The words that stand over the edge of their cover or of the line they are on; empty if there are none.</summary>
    private static Task<string> ClippedAsync(IPage page) => page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll('.cover')].flatMap((cover) => {
          const edge = cover.getBoundingClientRect();
          if (edge.width === 0) return [];
          const parts = [...cover.querySelectorAll('span')].filter((part) => part.textContent && part.getClientRects().length);
          return parts.filter((part, at) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            const box = range.getBoundingClientRect();
            const next = parts[at + 1]?.getBoundingClientRect();
            const own = part.getBoundingClientRect();
            return box.left < edge.left - 1 || box.right > edge.right + 1 || own.top < edge.top - 1 || own.bottom > edge.bottom + 1
              || (next && own.bottom > next.top + 1);
          }).map((part) => `${part.className} '${part.textContent.replaceAll('\u00ad', '·')}' on ${Math.round(edge.width)}x${Math.round(edge.height)}`);
        }).join(', ')
        """);
}
