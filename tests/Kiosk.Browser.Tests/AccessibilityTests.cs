using Deque.AxeCore.Commons;
using Kiosk.Data.Accounts;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>axe finds nothing on any page, in light and in dark, from a small phone to a desk, and nothing sticks out of it.</summary>
public sealed class AccessibilityTests(Newsstand newsstand)
{
    private static readonly int[] Widths = [320, 768, 1280];

    private static readonly string[] Downloads = ["/mijn-kiosk/gegevens", "/melding", "/lijsten/erbij"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] AllTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The rules whose verdict depends on colours.</summary>
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    public static TheoryData<string> Pages => PageKinds.Names;

    [Theory]
    [MemberData(nameof(Pages))]
    public Task A_page_has_no_fault(string kind) => newsstand.VisitAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(newsstand.PathOf(kind));
        Assert.Equal("", await FindingsAsync(page));
    });

    [Theory]
    [MemberData(nameof(PageKinds.ForEditors), MemberType = typeof(PageKinds))]
    public Task A_page_for_editors_has_no_fault(string path) => newsstand.VisitAsync(Reader.AnEditor, async page =>
    {
        await page.GotoAsync(path);
        Assert.Equal("", await FindingsAsync(page));
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/bronnen")]
    public Task A_page_has_no_fault_before_the_first_harvest(string path) => newsstand.VisitEmptyAsync(Reader.AtADesk, async page =>
    {
        await page.GotoAsync(path);
        Assert.Equal("", await FindingsAsync(page));
    });

    /// <summary>Nobody needs to think of a new page: whatever the kiosk maps without asking for a number or a name and is not opened above is opened here, by an operator, who may go everywhere.</summary>
    [Fact]
    public Task No_page_that_needs_no_more_than_its_name_has_a_fault() => newsstand.VisitAsync(new() { Role = Role.Beheerder }, async page =>
    {
        var findings = new List<string>();
        foreach (var path in newsstand.PlainPages.Except([.. Downloads, .. PageKinds.All.Values, .. PageKinds.Desk]))
        {
            await page.GotoAsync(path);
            if (await FindingsAsync(page, Widths[0]) is { Length: > 0 } found)
                findings.Add($"{path}: {found}");
        }

        Assert.Empty(findings);
    });

    internal static Task<string> FindingsAsync(IPage page) => FindingsAsync(page, Widths);

    private static async Task<string> FindingsAsync(IPage page, params int[] widths)
    {
        var findings = new List<string>();
        await page.EvaluateAsync(Axe);
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            if (await LayoutTests.StickingOutAsync(page) is { Length: > 0 } outside)
                findings.Add($"{width}: sticks out: {outside}");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            findings.AddRange(await RunAsync(page, $"{width} light", "tag", AllTags));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            findings.AddRange(await RunAsync(page, $"{width} dark", "rule", ColourRules));
        }

        return string.Join('\n', findings);
    }

    private static async Task<IEnumerable<string>> RunAsync(IPage page, string circumstances, string type, string[] values)
    {
        var violations = await page.EvaluateAsync<string[]>("""
            async (run) => (await axe.run({ ...run, resultTypes: ['violations'] })).violations
              .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)
            """, new { runOnly = new { type, values }, preload = type == "tag" });
        return violations.Select(violation => $"{circumstances}: {violation}");
    }
}
