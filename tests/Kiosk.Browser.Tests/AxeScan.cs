using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>What axe finds on a page, in light and in dark, from a small phone to a desk, and what sticks out of it.</summary>
internal static class AxeScan
{
    private static readonly int[] Widths = [320, 768, 1280];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] AllTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The rules whose verdict depends on colours.</summary>
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    /// <summary>A line for each fault; empty if there are none.</summary>
    public static Task<string> FindingsAsync(IPage page) => FindingsAsync(page, Widths);

    /// <param name="widths">Of the window, in CSS pixels.</param>
    public static async Task<string> FindingsAsync(IPage page, params int[] widths)
    {
        var findings = new List<string>();
        await page.EvaluateAsync(Script);
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
