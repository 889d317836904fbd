using Kiosk.Testing;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>
/// The pages of which the editors' manual has pictures. With <c>KIOSK_TEST_PICTURES</c> in the environment the pictures are made anew.
/// </summary>
public sealed class ManualTests(Newsstand newsstand)
{
    [Theory]
    [InlineData("postvak", "/redactie?stuk=1")]
    [InlineData("onderwerp", "/redactie/onderwerpen/1")]
    [InlineData("keuzes", "/redactie/keuzes")]
    [InlineData("bronnen", "/redactie/bronnen")]
    [InlineData("weekbrief", "/redactie/weekbrief")]
    public Task The_page_of_a_picture_is_there(string name, string path) => newsstand.VisitAsync(Reader.AnEditor, async page =>
    {
        var answer = await page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Png, Scale = ScreenshotScale.Css });
        var kept = Path.Combine(RepositoryFolder.Path, "docs", "redactie", "beeld", $"{name}.png");
        if (Environment.GetEnvironmentVariable("KIOSK_TEST_PICTURES") is { Length: > 0 })
            await File.WriteAllBytesAsync(kept, picture);
        Assert.True(File.Exists(kept), $"{kept} is missing: run this with KIOSK_TEST_PICTURES=1.");
    });
}
