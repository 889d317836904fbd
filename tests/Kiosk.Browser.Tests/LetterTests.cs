using Kiosk.Web.Digests;
using Kiosk.Web.Reading;

namespace Kiosk.Browser.Tests;

/// <summary>The weekly digest as mail programs show it.</summary>
public sealed class LetterTests(Newsstand newsstand)
{
    [Fact]
    public Task A_letter_is_accessible_in_light_and_dark_and_fits_a_small_phone() => newsstand.VisitAsync(Reader.AnEditor, async page =>
    {
        var week = DigestCalendar.Name(DigestCalendar.WeekOf(DutchTime.DayOf(TimeProvider.System.GetUtcNow())));
        var answer = await page.Context.APIRequest.GetAsync($"/redactie/weekbrief/voorbeeld?week={week}");
        await page.SetContentAsync(await answer.TextAsync());
        Assert.NotEmpty(await page.QuerySelectorAllAsync("h3"));
        await page.SetViewportSizeAsync(320, 900);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal("", await AxeScan.FindingsAsync(page));
    });
}
