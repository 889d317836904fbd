using System.Globalization;
using Kiosk.Data.Digests;
using Kiosk.Web.Digests;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Digests;

public sealed class DigestCalendarTests
{
    [Theory]
    [InlineData("2026-11-24", "07:00", "2026-11-24T06:00:00Z")]
    [InlineData("2026-07-07", "07:00", "2026-07-07T05:00:00Z")]
    // The night that the clock goes forward has no half past two.
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00Z")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30:00Z")]
    [InlineData("2027-03-28", "03:30", "2027-03-28T01:30:00Z")]
    [InlineData("2027-03-29", "07:00", "2027-03-29T05:00:00Z")]
    // The night that it goes back has two of them; the first counts.
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-10-26", "07:00", "2026-10-26T06:00:00Z")]
    public void Letters_go_at_the_hour_of_Amsterdam_in_both_nights_that_the_clock_moves(string day, string hour, string moment)
    {
        var options = new DigestOptions { Hour = hour };
        Assert.Empty(options.Problems());
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), DeliveryPlan.DueAt(DateOnly.Parse(day, CultureInfo.InvariantCulture), options));
    }

    [Theory]
    [InlineData("2026-11-29", "2026-11-23", "2026-48")]
    [InlineData("2026-12-31", "2026-12-28", "2026-53")]
    [InlineData("2027-01-03", "2026-12-28", "2026-53")]
    [InlineData("2027-01-04", "2027-01-04", "2027-01")]
    public void A_week_has_one_name_also_around_New_Year(string day, string monday, string name)
    {
        var week = DigestCalendar.WeekOf(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(monday, CultureInfo.InvariantCulture), week);
        Assert.Equal(name, DigestCalendar.Name(week));
        Assert.Equal(week, DigestCalendar.Parse(name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-53")]
    [InlineData("2026-00")]
    [InlineData("2026-5 ")]
    [InlineData("weekbri")]
    public void What_is_no_week_is_none(string? name) => Assert.Null(DigestCalendar.Parse(name));

    [Theory]
    [InlineData(Rhythm.Week, DayOfWeek.Tuesday, "2026-11-24T05:59:00Z", "2026-11-24")]
    [InlineData(Rhythm.Week, DayOfWeek.Tuesday, "2026-11-24T06:00:00Z", "2026-12-01")]
    [InlineData(Rhythm.Maand, DayOfWeek.Tuesday, "2026-12-01T06:00:00Z", "2027-01-05")]
    [InlineData(Rhythm.Maand, DayOfWeek.Friday, "2026-11-29T12:00:00Z", "2026-12-04")]
    public void The_next_letter_comes_on_her_weekday_and_monthly_ones_the_first_time_in_a_month(Rhythm rhythm, DayOfWeek weekday, string after, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), DigestCalendar.NextDay(rhythm, weekday, new TimeOnly(7, 0), DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_weekday_has_its_name_in_Dutch() =>
        Assert.All(Enum.GetValues<DayOfWeek>(), day => Assert.Equal(day, DutchTime.WeekdayOf(DutchTime.Weekday(day))));
}
