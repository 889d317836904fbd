using Kiosk.Web.Demo;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>What stands on a cover stands on it whole.</summary>
public sealed class CoverTests(Newsstand newsstand)
{
    private static readonly int[] Widths = [320, 390, 1280];

    /// <summary>Sizes on a cover follow from its own width, so another form is the same cover in another box.</summary>
    private const string Dress = """
        (form) => {
          for (const cover of form === 'small' ? [] : document.querySelectorAll('.card .cover')) {
            cover.classList.remove('small');
            cover.style.inlineSize = form === 'lead' ? '' : '15rem';
            cover.parentElement.classList.toggle('lead', form === 'lead');
          }
        }
        """;

    /// <summary>Every article of the newsroom, on the list of its source: as it lies there, as on its own page, and as the piece in front on Vandaag.</summary>
    [Fact]
    public Task No_cover_is_clipped_at_any_width() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in (string[])["/", .. await SourcesAsync(page)])
        {
            await page.GotoAsync(list, new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = 30_000 });
            seen.UnionWith(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.card-title a')].map((link) => link.pathname)"));
            foreach (var form in new[] { "small", "large", "lead" })
            {
                await page.EvaluateAsync(Dress, form);
                foreach (var width in Widths)
                {
                    await page.SetViewportSizeAsync(width, 900);
                    Assert.Equal((list, form, width, ""), (list, form, width, await ClippedAsync(page)));
                }
            }
        }

        Assert.True(seen.Count >= DemoArchive.Read(TimeProvider.System.GetUtcNow()).Count, $"{seen.Count} articles were seen.");
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
