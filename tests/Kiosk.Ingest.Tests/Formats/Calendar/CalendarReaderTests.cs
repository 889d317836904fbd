using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Calendar;

namespace Kiosk.Ingest.Tests.Formats.Calendar;

public sealed class CalendarReaderTests
{
    private static readonly Uri Address = new("https://loket.example/agenda/");
    private static readonly DateTimeOffset Now = Fixture.Utc("2026-11-20T08:00:00");

    [Fact]
    public void An_event_gives_when_where_and_how_to_sign_up()
    {
        var item = Read(Fixture.Bytes("Calendar/agenda.ics")).Items[0];
        Assert.Equal("leerkring-1@loket.example", item.Id);
        Assert.Equal("Leerkring stress, schuld en slaap", item.Title);
        Assert.Equal("https://loket.example/agenda/leerkring", item.Link);
        Assert.Equal(["Loket: vorming"], item.Authors);
        Assert.Equal(["Training", "Stress"], item.Categories);
        Assert.Equal("Voor vrijwilligers.\nAanmelden kan via https://loket.example/aanmelden?id=1", item.Summary);
        Assert.Equal(
            new EventInfo
            {
                Starts = Fixture.Utc("2026-12-03T13:00:00"),
                Ends = Fixture.Utc("2026-12-03T15:30:00"),
                Place = "Buurthuis De Brug, Kade 3, Lindeburg",
                Registration = "https://loket.example/aanmelden?id=1",
            },
            item.Event);
    }

    [Fact]
    public void The_moment_of_download_is_no_time_of_publication() => Assert.Equal(Fixture.Utc("2026-10-01T08:00:00"), Read(Fixture.Bytes("Calendar/agenda.ics")).Items[0].Published);

    [Fact]
    public void A_whole_day_is_Amsterdams_and_a_cancelled_event_says_so()
    {
        var item = Read(Fixture.Bytes("Calendar/agenda.ics")).Items[1];
        Assert.Equal("Geannuleerd: Landelijke dag", item.Title);
        Assert.Equal(new EventInfo { Starts = Fixture.Utc("2026-12-09T23:00:00"), Ends = Fixture.Utc("2026-12-10T23:00:00"), IsAllDay = true, IsCancelled = true }, item.Event);
    }

    [Fact]
    public void What_is_long_past_is_left_out_and_said()
    {
        var reading = Read(Fixture.Bytes("Calendar/agenda.ics"));
        Assert.DoesNotContain(reading.Items, item => item.Title == "Lang geleden");
        Assert.Contains("lang voorbij", reading.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU", "2026-12-01T08:30:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1TU", "2026-11-24T08:30:00")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2026-11-24T08:30:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23T08:30:00")]
    [InlineData("FREQ=DAILY", "2026-11-20T08:30:00")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "2026-11-20T08:30:00")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T08:30:00")]
    [InlineData("FREQ=YEARLY", "2027-01-07T08:30:00")]
    [InlineData("FREQ=YEARLY;BYMONTH=7;BYDAY=1TU", "2027-07-06T07:30:00")]
    [InlineData("FREQ=DAILY;COUNT=3", "2025-01-09T08:30:00")]
    [InlineData("FREQ=WEEKLY;UNTIL=20250120T000000Z", "2025-01-07T08:30:00")]
    [InlineData("FREQ=SECONDLY", "2025-01-07T08:30:00")]
    [InlineData("onzin", "2025-01-07T08:30:00")]
    public void The_next_time_of_a_repeating_event_counts(string rule, string starts) =>
        Assert.Equal(Fixture.Utc(starts), RecurrenceOf(rule));

    [Fact]
    public void A_time_that_was_taken_out_is_skipped() => Assert.Equal(
        Fixture.Utc("2026-11-27T08:30:00"), RecurrenceOf("FREQ=WEEKLY;BYDAY=FR", "EXDATE;TZID=Europe/Amsterdam:20261120T093000\r\n"));

    [Theory]
    [InlineData("RECURRENCE-ID;TZID=Europe/Amsterdam:20261120T093000\r\nDTSTART:20261125T093000\r\nSUMMARY:Verzet\r\n")]
    [InlineData("RECURRENCE-ID;TZID=Europe/Amsterdam:20261120T093000\r\nDTSTART:20261120T093000\r\nSUMMARY:Vervalt\r\nSTATUS:CANCELLED\r\n")]
    public void A_time_that_was_moved_or_cancelled_by_itself_is_not_announced_by_the_rule(string lines)
    {
        var items = Read(Fixture.Utf8(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Amsterdam:20250103T093000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Spreekuur\r\nEND:VEVENT\r\n"
            + $"BEGIN:VEVENT\r\nUID:a\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n")).Items;
        Assert.Equal([Fixture.Utc("2026-11-27T08:30:00")], items.Where(item => item.Title == "Spreekuur").Select(item => item.Event!.Starts!.Value));
        Assert.Equal(2, items.Select(item => item.Id).Distinct().Count());
    }

    [Fact]
    public void Of_several_versions_the_one_with_the_highest_sequence_counts()
    {
        static string Version(int sequence, string hour) => $"BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:{sequence}\r\nDTSTART:20261203T{hour}0000\r\nSUMMARY:Leerkring\r\nEND:VEVENT\r\n";
        var item = Assert.Single(Read(Fixture.Utf8($"BEGIN:VCALENDAR\r\n{Version(0, "10")}{Version(2, "14")}{Version(1, "12")}END:VCALENDAR\r\n")).Items);
        Assert.Equal(Fixture.Utc("2026-12-03T13:00:00"), item.Event!.Starts);
    }

    [Fact]
    public void A_calendar_that_calls_off_calls_off_all_its_events()
    {
        var item = Assert.Single(Read(Fixture.Utf8("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261203T100000\r\nSUMMARY:Leerkring\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")).Items);
        Assert.True(item.Event!.IsCancelled);
    }

    [Theory]
    // The night the clock goes back: 02.30 comes twice, and the first is meant.
    [InlineData("DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DTEND;TZID=Europe/Amsterdam:20261025T040000", "2026-10-25T00:30:00", "2026-10-25T03:00:00")]
    // The night it goes forward: 02.30 does not exist.
    [InlineData("DTSTART;TZID=Europe/Amsterdam:20270328T023000", "DTEND;TZID=Europe/Amsterdam:20270328T040000", "2027-03-28T01:30:00", "2027-03-28T02:00:00")]
    [InlineData("DTSTART;VALUE=DATE:20261025", "", "2026-10-24T22:00:00", "2026-10-25T23:00:00")]
    [InlineData("DTSTART;VALUE=DATE:20270328", "", "2027-03-27T23:00:00", "2027-03-28T22:00:00")]
    [InlineData("DTSTART;VALUE=DATE:20270328", "DTEND;VALUE=DATE:20270330", "2027-03-27T23:00:00", "2027-03-29T22:00:00")]
    public void Times_and_days_hold_when_the_clock_changes(string start, string end, string starts, string ends)
    {
        var item = Single($"{start}\r\n{(end.Length > 0 ? end + "\r\n" : "")}SUMMARY:Nacht\r\n", Fixture.Utc("2026-10-01"));
        Assert.Equal((Fixture.Utc(starts), Fixture.Utc(ends)), (item.Event!.Starts, item.Event.Ends));
    }

    [Theory]
    [InlineData("DTSTART:20261203T140000", "2026-12-03T13:00:00")]
    [InlineData("DTSTART:20260703T140000", "2026-07-03T12:00:00")]
    [InlineData("DTSTART:20261203T140000Z", "2026-12-03T14:00:00")]
    [InlineData("DTSTART;TZID=\"W. Europe Standard Time\":20261203T140000", "2026-12-03T13:00:00")]
    [InlineData("DTSTART;TZID=/citadel.org/2021/Europe/London:20261203T140000", "2026-12-03T14:00:00")]
    [InlineData("DTSTART;TZID=Nergens:20261203T140000", "2026-12-03T13:00:00")]
    public void Times_are_placed_in_their_zone(string line, string starts) =>
        Assert.Equal(Fixture.Utc(starts), Single($"{line}\r\nSUMMARY:Een\r\n", Fixture.Utc("2026-06-01")).Event!.Starts);

    [Fact]
    public void A_page_gives_its_events_in_json()
    {
        var items = Read(Fixture.Bytes("Calendar/agenda.html")).Items;
        Assert.Equal(["Webinar Bbz", "Vakdag"], items.Select(item => item.Title));
        Assert.Equal(
            new EventInfo
            {
                Starts = Fixture.Utc("2026-12-01T09:00:00"),
                Ends = Fixture.Utc("2026-12-01T10:00:00"),
                Place = "https://meet.loket.example/bbz",
                Registration = "https://loket.example/inschrijven/bbz",
            },
            items[0].Event);
        Assert.Equal(("https://loket.example/agenda/bbz", "Over het Bbz &amp; schulden."), (items[0].Link, items[0].Summary));
        Assert.Equal(("Jaarhal, Plein 1, 1234 AB Noorderveld", true), (items[1].Event!.Place, items[1].Event!.IsAllDay));
    }

    [Fact]
    public void Events_without_an_address_of_their_own_stay_apart() =>
        Assert.Equal(2, Read(Fixture.Bytes("Calendar/agenda.html")).Items.Select(item => item.Id).Distinct().Count());

    [Fact]
    public void A_page_gives_its_events_in_microdata()
    {
        var item = Assert.Single(Read(Fixture.Utf8(
            "<html><body><div itemscope itemtype='https://schema.org/Event'><a itemprop=url href='/e/1'><span itemprop=name>Spreekuur</span></a><time itemprop=startDate datetime='2026-12-05T09:00+01:00'>5 dec</time>"
            + "<div itemprop=location itemscope itemtype='https://schema.org/Place'><b itemprop=name>De Bieb</b><i itemprop=address>Lindeburg</i></div></div></body></html>")).Items);
        Assert.Equal(("Spreekuur", "https://loket.example/e/1", "De Bieb"), (item.Title, item.Link, item.Event!.Place));
        Assert.Equal(Fixture.Utc("2026-12-05T08:00:00"), item.Event.Starts);
    }

    [Theory]
    [InlineData("<html><body><h1>Agenda</h1></body></html>", "schema.org")]
    [InlineData("zomaar", "geen agenda")]
    [InlineData("<rss><channel/></rss>", "op 'feed'")]
    [InlineData("", "leeg antwoord")]
    public void What_is_no_calendar_is_said_in_Dutch(string body, string says) => Assert.Contains(says, Read(Fixture.Utf8(body)).Problem, StringComparison.Ordinal);

    [Fact]
    public void An_empty_calendar_is_no_problem() => Assert.Null(Read(Fixture.Utf8("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")).Problem);

    private static ListReading Read(byte[] body) => CalendarReader.Read(body, null, Address, Now);

    private static Item Single(string lines, DateTimeOffset now) =>
        Assert.Single(CalendarReader.Read(Fixture.Utf8($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n"), null, Address, now).Items);

    // Long past events are left out, so that the last time of one that is over is looked at from close by.
    private static DateTimeOffset? RecurrenceOf(string rule, string exceptions = "")
    {
        var lines = $"DTSTART;TZID=Europe/Amsterdam:20250107T093000\r\nRRULE:{rule}\r\n{exceptions}SUMMARY:Inloop\r\n";
        var calendar = Fixture.Utf8($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n");
        var reading = CalendarReader.Read(calendar, null, Address, Now);
        return (reading.Items.Count > 0 ? reading : CalendarReader.Read(calendar, null, Address, Fixture.Utc("2025-01-20"))).Items.Single().Event!.Starts;
    }
}
