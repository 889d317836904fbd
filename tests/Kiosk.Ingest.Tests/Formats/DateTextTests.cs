using System.Diagnostics;
using System.Globalization;
using Kiosk.Ingest.Formats;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Formats;

public sealed class DateTextTests
{
    [Theory]
    // RFC 822, 1123, 850 and asctime, as written in the wild
    [InlineData("Fri, 20 Nov 2026 14:30:00 +0100", "2026-11-20T13:30:00Z")]
    [InlineData("Mon, 20 Nov 2026 14:30:00 +0100", "2026-11-20T13:30:00Z")]
    [InlineData("20 Nov 2026 14:30 CET", "2026-11-20T13:30:00Z")]
    [InlineData("20 Jul 26 14:30:00 CEST", "2026-07-20T12:30:00Z")]
    [InlineData("Friday, 20-Nov-26 14:30:00 GMT", "2026-11-20T14:30:00Z")]
    [InlineData("Fri, 20 Nov 98 14:30:00 EST", "1998-11-20T19:30:00Z")]
    [InlineData("Fri Nov 20 14:30:00 2026", "2026-11-20T14:30:00Z")]
    [InlineData("Fri, 20 Nov 2026 14:30:00 -00:00", "2026-11-20T14:30:00Z")]
    [InlineData("Fri, 20 Nov 2026 14:30:00 GMT+01:00", "2026-11-20T13:30:00Z")]
    [InlineData("Fri, 20 Nov 2026 14:30:00 -700", "2026-11-20T21:30:00Z")]
    [InlineData("Mon, 20 Jul 2026 14:30:00 ET", "2026-07-20T18:30:00Z")]
    [InlineData("20 Jul 2026 14:30 Europe/Amsterdam", "2026-07-20T12:30:00Z")]
    // Of zones that nothing else here asks for.
    [InlineData("20 Jul 2026 14:30 Pacific/Chatham", "2026-07-20T01:45:00Z")]
    [InlineData("20 Jul 2026 14:30 america/port_of_spain", "2026-07-20T18:30:00Z")]
    [InlineData("20 Jul 2026 14:30 AMERICA/ARGENTINA/USHUAIA", "2026-07-20T17:30:00Z")]
    [InlineData("20 Jul 2026 14:30:00 Etc/GMT", "2026-07-20T14:30:00Z")]
    [InlineData("20 Jul 2026 14:30:00 etc/utc", "2026-07-20T14:30:00Z")]
    [InlineData("Mon, 20 Jul 2026 14:30:00 AT", "2026-07-20T17:30:00Z")]
    [InlineData("Mon, 20 Jul 2026 14:30:00 GMT+2", "2026-07-20T12:30:00Z")]
    [InlineData("20 Jul 2026 14:30 UTC -10", "2026-07-21T00:30:00Z")]
    [InlineData("2026-07-20 14:30 GMT+1", "2026-07-20T13:30:00Z")]
    // ISO 8601 and the W3C profile
    [InlineData("2026-11-20T14:30:00.25+01:00", "2026-11-20T13:30:00.25Z")]
    [InlineData("2026-11-20 14:30", "2026-11-20T14:30:00Z")]
    [InlineData("20261120T143000Z", "2026-11-20T14:30:00Z")]
    [InlineData("2026-11-20T14:30:00+01", "2026-11-20T13:30:00Z")]
    [InlineData("2026-11-20T14:30:00+01:00[Europe/Amsterdam]", "2026-11-20T13:30:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026-W47-5", "2026-11-20T00:00:00Z")]
    [InlineData("2026W47", "2026-11-16T00:00:00Z")]
    [InlineData("2026-324", "2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T24:00:00Z", "2026-11-21T00:00:00Z")]
    [InlineData("2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z")]
    // Dutch
    [InlineData("vrijdag 20 november 2026 om 14.30 uur", "2026-11-20T13:30:00Z")]
    [InlineData("maandag 20 juli 2026, 9 uur", "2026-07-20T07:00:00Z")]
    [InlineData("di 3 mrt. 2026 14:30", "2026-03-03T13:30:00Z")]
    [InlineData("20 november 2026 14u30", "2026-11-20T13:30:00Z")]
    [InlineData("20 november 2026, 14.30 u.", "2026-11-20T13:30:00Z")]
    [InlineData("20 november 2026 14.30u", "2026-11-20T13:30:00Z")]
    [InlineData("maart 2026", "2026-02-28T23:00:00Z")]
    [InlineData("Gepubliceerd op 5 mei 2026", "2026-05-04T22:00:00Z")]
    [InlineData("20 nov. 2026", "2026-11-20T00:00:00Z")]
    [InlineData("7-3-2026", "2026-03-07T00:00:00Z")]
    [InlineData("07/03/2026 14:30", "2026-03-07T14:30:00Z")]
    [InlineData("za, 07 03 2026 14:30:00 +0100", "2026-03-07T13:30:00Z")]
    // Others
    [InlineData("11/20/2026 2:30:00 PM", "2026-11-20T14:30:00Z")]
    // Who writes PM beside slashes puts the month first; who has no such month does not.
    [InlineData("11/7/2026 2:30:00 PM", "2026-11-07T14:30:00Z")]
    [InlineData("20/11/2026 2:30 PM", "2026-11-20T14:30:00Z")]
    [InlineData("7-11-2026 2:30 PM", "2026-11-07T14:30:00Z")]
    [InlineData("November 20th, 2026 at 12:05 a.m.", "2026-11-20T00:05:00Z")]
    [InlineData("20. März 2026, 10 Uhr", "2026-03-20T10:00:00Z")]
    [InlineData("mar. 16 juin 2026 à 10h30", "2026-06-16T10:30:00Z")]
    [InlineData("1er août 2026", "2026-08-01T00:00:00Z")]
    [InlineData("2026년 11월 20일 오후 2:30", "2026-11-20T05:30:00Z")]
    [InlineData("lør, 14 mar 2026 09:00:00 +0100", "2026-03-14T08:00:00Z")]
    [InlineData("lördag 9 maj 2026", "2026-05-09T00:00:00Z")]
    [InlineData("tirsdag den 6. oktober 2026", "2026-10-06T00:00:00Z")]
    [InlineData("3. desember 2026 kl. 10:15", "2026-12-03T10:15:00Z")]
    [InlineData("perjantaina 20. marraskuuta 2026", "2026-11-20T00:00:00Z")]
    [InlineData("pt., 20 lis 2026 14:30:00 +0100", "2026-11-20T13:30:00Z")]
    [InlineData("20 października 2026", "2026-10-20T00:00:00Z")]
    [InlineData("Fri, 20 Mar 2026 14:30:00 GMT", "2026-03-20T14:30:00Z")]
    [InlineData("1795181400", "2026-11-20T13:30:00Z")]
    [InlineData("1795181400000", "2026-11-20T13:30:00Z")]
    public void A_date_is_read(string text, string expected)
    {
        Assert.True(DateText.TryParse(text, out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("binnenkort")]
    [InlineData("vandaag 14:30")]
    [InlineData("20 nov")]
    [InlineData("november 2026 14:30")]
    [InlineData("31 februari 2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-20T25:00:00Z")]
    [InlineData("2026-11-20T14:60:00Z")]
    [InlineData("2026-11-20T14:30:61Z")]
    [InlineData("2026-11-20T14:30:00+01:00 en meer")]
    [InlineData("2026-W54-1")]
    [InlineData("2026-366")]
    [InlineData("Fri, 20 Nov 2026 14:30:00 +2500")]
    [InlineData("Fri, 20 Nov 2026 1:2:3:4 GMT")]
    [InlineData("20 nov 2026 21 nov 2026")]
    [InlineData("20 nov 2026 13:00 14:00")]
    [InlineData("20 nov 2026 13:00 OF LATER")]
    [InlineData("NOS 20 nov 2026 13:00")]
    [InlineData("06 13 2026 14 30")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("12345")]
    [InlineData("20 nov 2026 <script>")]
    public void What_is_no_date_is_refused(string? text) => Assert.False(DateText.TryParse(text, out _));

    [Theory]
    [InlineData("2026-11-20 14:30", "2026-11-20T13:30:00Z")]
    [InlineData("2026-07-20 14:30", "2026-07-20T12:30:00Z")]
    [InlineData("20 Jul 2026 14:30", "2026-07-20T12:30:00Z")]
    [InlineData("20-07-2026 14:30 h", "2026-07-20T12:30:00Z")]
    [InlineData("20 Jul 2026 14:30 X", "2026-07-20T14:30:00Z")]
    [InlineData("2026-07-20T14:30Z", "2026-07-20T14:30:00Z")]
    // In the night that the clock goes back, 2:30 comes twice: the later; in the night that it goes forward, 2:30 does not exist.
    [InlineData("2026-10-25 02:30", "2026-10-25T01:30:00Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00Z")]
    public void The_zone_to_assume_holds_only_where_the_text_names_none(string text, string expected)
    {
        Assert.True(DateText.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
    }

    [Theory]
    [InlineData("Fri, 20 Nov 2026 14:30:00 XYZ", "2026-11-20T13:30:00Z")]
    [InlineData("2026-11-20T14:30:00 WITA", "2026-11-20T13:30:00Z")]
    [InlineData("20-11-2026 14:30 ANP", "2026-11-20T13:30:00Z")]
    public void A_zone_that_nobody_knows_says_nothing(string text, string expected)
    {
        Assert.True(DateText.TryParse(text, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
    }

    [Fact]
    public void A_given_zone_goes_before_the_language_of_the_words()
    {
        Assert.True(DateText.TryParse("20 maart 2026 14:30", TimeZoneInfo.Utc, out var instant));
        Assert.Equal(14, instant.Hour);
    }

    [Fact]
    public void Hostile_text_is_refused_at_once()
    {
        string[] pieces = ["1", "1:", "20 ", "nov ", "a.", "(", "-", "+1", "2026-", "T", "é", "년", "Europe/", "\0", "\uD800", "12.30 u"];
        var watch = Stopwatch.StartNew();
        foreach (var piece in pieces)
            foreach (var length in new[] { 50, 100, 120, 100_000 })
                Assert.False(DateText.TryParse(string.Concat(Enumerable.Repeat(piece, length / piece.Length)), out _), piece);
        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }
}
