using System.Text;
using Kiosk.Ingest.Formats.Rechtspraak;

namespace Kiosk.Ingest.Tests.Formats.Rechtspraak;

public sealed class RechtspraakTests
{
    private static readonly Uri Index = new("https://data.rechtspraak.example/uitspraken/zoeken?max=2&from=4&type=Uitspraak");

    [Fact]
    public void The_index_gives_rulings_by_ecli()
    {
        var reading = RechtspraakIndex.Read(Fixture.Bytes("Rechtspraak/index.xml"), "application/atom+xml", Index);
        Assert.Null(reading.Problem);
        Assert.Equal(214, reading.Total);
        Assert.Equal(["ECLI:NL:RBVBD:2026:1001", "ECLI:NL:GHVBD:2026:77"], reading.Items.Select(item => item.Id));
        Assert.Equal("Rechtbank Voorbeeld, 12-11-2026, C/99/123456", reading.Items[0].Title);
        Assert.Equal("http://deeplink.rechtspraak.example/uitspraak?id=ECLI:NL:RBVBD:2026:1001", reading.Items[0].Link);
        Assert.Equal(Fixture.Utc("2026-11-18T10:02:03"), reading.Items[0].Updated);
    }

    [Fact]
    public void A_dash_is_no_summary() => Assert.Null(RechtspraakIndex.Read(Fixture.Bytes("Rechtspraak/index.xml"), null, Index).Items[1].Summary);

    [Fact]
    public void A_full_page_is_followed_by_the_next_and_a_short_one_is_the_last()
    {
        Assert.Equal("https://data.rechtspraak.example/uitspraken/zoeken?max=2&type=Uitspraak&from=6", RechtspraakIndex.Read(Fixture.Bytes("Rechtspraak/index.xml"), null, Index).Next);
        Assert.Null(RechtspraakIndex.Read(Fixture.Bytes("Rechtspraak/index.xml"), null, new Uri("https://data.rechtspraak.example/uitspraken/zoeken?max=100")).Next);
    }

    [Fact]
    public void The_text_stands_beside_the_index() => Assert.Equal(
        "https://data.rechtspraak.example/uitspraken/content?id=ECLI%3ANL%3AHR%3A2026%3A1", RechtspraakIndex.ContentUrl(Index.AbsoluteUri, "ECLI:NL:HR:2026:1"));

    [Fact]
    public void A_ruling_gives_who_when_and_what()
    {
        var reading = Ruling();
        Assert.Equal("Rechtbank Voorbeeld", reading.Court);
        Assert.Equal(Fixture.Utc("2026-11-11T23:00:00"), reading.DecidedAt);
        Assert.Equal(["C/99/123456"], reading.CaseNumbers);
        Assert.Equal(["Faillissementswet 287a"], reading.Laws);
        var item = reading.Item!;
        Assert.Equal(("ECLI:NL:RBVBD:2026:1001", "Rechtbank Voorbeeld, 12-11-2026, C/99/123456"), (item.Id, item.Title));
        Assert.Equal(["Civiel recht", "Insolventierecht"], item.Categories);
        Assert.Equal(Fixture.Utc("2026-11-17T23:00:00"), item.Published);
        Assert.Equal("<p>Dwangakkoord toegewezen. Het aanbod is het <em>uiterste</em> wat kan.</p>", item.Summary);
    }

    [Theory]
    [InlineData("<h4>RECHTBANK VOORBEELD</h4>")]
    [InlineData("<h2>2 De beoordeling</h2>")]
    [InlineData("<p><strong>2.1</strong></p><p>Verzoekster biedt 8% &amp; vraagt medewerking van <strong>alle</strong> schuldeisers.</p>")]
    [InlineData("<ul><li><p>de bank: tegen</p></li><li><p>de gemeente: voor</p></li></ul>")]
    [InlineData("<table><tr><td><p>schuld</p></td><td><p>12.000</p></td></tr></table>")]
    [InlineData("<h2>Wetsverwijzingen</h2><ul><li>Faillissementswet 287a</li></ul>")]
    public void The_text_keeps_its_structure(string html) => Assert.Contains(html, Ruling().Item!.Content, StringComparison.Ordinal);

    [Fact]
    public void Markup_in_the_text_stays_text()
    {
        var xml = Encoding.UTF8.GetString(Fixture.Bytes("Rechtspraak/uitspraak.xml")).Replace("de bank: tegen", "&lt;script&gt;alert(1)&lt;/script&gt;", StringComparison.Ordinal);
        Assert.DoesNotContain("<script", RulingReader.Read(Fixture.Utf8(xml), null, null).Item!.Content, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<open-rechtspraak/>", "geen ECLI")]
    [InlineData("<html><body>Storing</body></html>", "webpagina, geen uitspraak")]
    [InlineData("", "leeg antwoord")]
    public void What_is_no_ruling_is_said_in_Dutch(string body, string says) =>
        Assert.Contains(says, RulingReader.Read(Fixture.Utf8(body), null, null).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_summary_of_a_dash_is_none()
    {
        var xml = "<open-rechtspraak><inhoudsindicatie id='ECLI:NL:HR:2026:1:INH'><para>-</para></inhoudsindicatie><uitspraak><para>Tekst</para></uitspraak></open-rechtspraak>";
        var item = RulingReader.Read(Fixture.Utf8(xml), null, null).Item!;
        Assert.Equal(("ECLI:NL:HR:2026:1", null, "<p>Tekst</p>"), (item.Id, item.Summary, item.Content));
    }

    private static RulingReading Ruling() => RulingReader.Read(Fixture.Bytes("Rechtspraak/uitspraak.xml"), "text/xml", null);
}
