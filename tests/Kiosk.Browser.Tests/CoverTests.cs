using Kiosk.Data;
using Kiosk.Web.Demo;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>One word of 300 letters, one letter, emoji, digits alone, Arabic, capitals, 300 characters, a long quotation and the like.</summary>
    private static readonly string[] OddTitles =
    [
        new('W', 300), "A", "😀🎉👨‍👩‍👧‍👦", "1234567890123456789012345", "مرحبا بالعالم من ديون ومساعدات", "SCHULDHULPVERLENINGSTRAJECT LOOPT VAST", "schuldregelingsovereenkomsten",
        string.Concat(Enumerable.Repeat("schulden en hulp ", 18))[..300], "Hottentottententententoonstellingsmakersopleiding", $"Wethouder: ‘{string.Concat(Enumerable.Repeat("wij doen dit samen ", 10))}’",
        "9.999.999,99 euro voor 100.000 huishoudens", "€ 999 miljard", "\u202eomgekeerd", "§ 1234567890abc", "100.000 op de 1.000.000", "artikel 4:125 lid 12 Awb", "100,25 procent", "WWWW MMMM", "—", "12 verzekeringsmaatschappijdirecteuren",
    ];

    /// <summary>Every article of the newsroom, on the list of its source: as it lies there, as on its own page, and as the piece in front on Vandaag.</summary>
    [Fact]
    public Task No_cover_is_clipped_at_any_width() => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in (string[])["/", .. await SourcesAsync(page)])
        {
            await page.GotoAsync(list, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
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

    [Fact]
    public Task Titles_that_nobody_expects_stand_on_their_covers_whole_in_both_themes() => newsstand.VisitDeskAsync(Reader.AtADesk, LayOddOnesAsync, async (page, _) =>
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.GotoAsync("/bron/vreemd");
            Assert.Equal(OddTitles.Length, await page.Locator(".card .cover").CountAsync());
            foreach (var form in new[] { "small", "large", "lead" })
            {
                await page.EvaluateAsync(Dress, form);
                foreach (var width in Widths)
                {
                    await page.SetViewportSizeAsync(width, 900);
                    var clipped = await ClippedAsync(page);
                    Assert.True(clipped.Length == 0, $"{theme}, {form}, {width}: {clipped}");
                }
            }
        }
    });

    private static async Task LayOddOnesAsync(KioskDb db)
    {
        await db.Articles.ExecuteDeleteAsync();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var source = await db.Sources.SingleOrDefaultAsync(one => one.Slug == "vreemd")
            ?? db.Sources.Add(new Source { Slug = "vreemd", Name = "Kenniscentrum voor vreemde titels", Url = "https://vreemd.example/", Enabled = false }).Entity;
        db.Articles.AddRange(OddTitles.Select((title, number) => new Article
        {
            Source = source,
            Kind = (ArticleKind)(number % Enum.GetValues<ArticleKind>().Length),
            Title = title,
            Url = $"https://vreemd.example/{number}",
            ContentHash = "",
            PublishedAt = now,
            FirstSeenAt = now,
            ChangedAt = now,
        }));
        await db.SaveChangesAsync();
    }

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
          }).map((part) => `${part.className} of ${cover.closest('.card')?.querySelector('.card-title')?.textContent.trim().slice(0, 30)} '${part.textContent.replaceAll('\u00ad', '·')}' on ${Math.round(edge.width)}x${Math.round(edge.height)}`);
        }).join(', ')
        """);
}
