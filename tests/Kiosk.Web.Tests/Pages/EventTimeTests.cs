using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Pages;

public sealed class EventTimeTests
{
    [Theory]
    [InlineData("2026-11-24T09:00Z", "2026-11-24T11:00Z", false, "di 24 november 2026, 10.00–12.00 uur")]
    [InlineData("2026-11-24T09:00Z", null, false, "di 24 november 2026, 10.00 uur")]
    [InlineData("2026-11-24T21:00Z", "2026-11-25T01:00Z", false, "di 24 november 2026, 22.00 uur – wo 25 november 2026, 2.00 uur")]
    [InlineData("2026-11-23T23:00Z", "2026-11-24T23:00Z", true, "di 24 november 2026")]
    [InlineData("2026-11-23T23:00Z", "2026-11-26T23:00Z", true, "di 24 november 2026 t/m do 26 november 2026")]
    // The nights on which the clock changes.
    [InlineData("2026-10-24T22:00Z", "2026-10-25T23:00Z", true, "zo 25 oktober 2026")]
    [InlineData("2027-03-27T23:00Z", "2027-03-28T22:00Z", true, "zo 28 maart 2027")]
    [InlineData("2026-10-24T23:00Z", "2026-10-25T02:00Z", false, "zo 25 oktober 2026, 1.00–3.00 uur")]
    [InlineData("2027-03-28T00:30Z", "2027-03-28T01:30Z", false, "zo 28 maart 2027, 1.30–3.30 uur")]
    public void An_event_is_told_on_the_clock_of_Amsterdam(string starts, string? ends, bool isAllDay, string words) => Assert.Equal(
        words, EventTime.Words(new ArticleEvent { StartsAt = Parse(starts), EndsAt = ends is null ? null : Parse(ends), IsAllDay = isAllDay }));

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
