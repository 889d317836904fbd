using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.OaiPmh;

namespace Kiosk.Ingest.Tests.Formats.OaiPmh;

public sealed class OaiReaderTests
{
    private static readonly Uri Address = new("https://bewaarplaats.example/oai");

    [Fact]
    public void Dublin_core_becomes_an_item()
    {
        var item = Assert.Single(Read("dublin-core").Items);
        Assert.Equal("oai:bewaarplaats.example:1874/4401", item.Id);
        Assert.Equal("Schuld en slaap", item.Title);
        Assert.Equal("https://bewaarplaats.example/handle/1874/4401", item.Link);
        Assert.Equal("https://bewaarplaats.example/bitstream/1874/4401/scriptie.pdf", item.Document);
        Assert.Equal(["doi:10.5555/slaap.2025.1", "urn:nbn:nl:ui:10-1874-4401"], item.Identifiers);
        Assert.Equal(["Veenstra, Marije", "Öztürk, Emre"], item.Authors);
        Assert.Equal(["schuldhulpverlening"], item.Categories);
        Assert.Equal(("nl", "masterThesis"), (item.Language, item.Type));
        Assert.Contains("<em>slechter</em>", item.Summary, StringComparison.Ordinal);
        Assert.Equal(Fixture.Utc("2026-11-18T12:30:00"), item.Updated);
    }

    [Fact]
    public void The_year_of_issue_goes_before_the_moment_of_upload() => Assert.Equal(2025, Read("dublin-core").Items[0].Published!.Value.Year);

    [Fact]
    public void Deleted_records_are_told_apart() => Assert.Equal(["oai:bewaarplaats.example:1874/12"], Read("dublin-core").Deleted);

    [Fact]
    public void The_token_comes_with_what_is_known_of_it() => Assert.Equal(
        new OaiToken("oai_dc/2026-11-01T00:00:00Z///100", 311, 0, Fixture.Utc("2026-11-20T08:00:00")), Read("dublin-core").Token);

    [Fact]
    public void Dutch_didl_with_mods_becomes_an_item()
    {
        var reading = Read("didl-mods");
        var item = Assert.Single(reading.Items);
        Assert.Equal("De prijs van uitstel: incasso onder de loep", item.Title);
        Assert.Equal("https://hogeschool.example/product/77", item.Link);
        Assert.Equal("https://hogeschool.example/files/77/uitstel.pdf", item.Document);
        Assert.Equal(["doi:10.5555/uitstel", "urn:nbn:nl:hs:99-77"], item.Identifiers);
        Assert.Equal(["Nadia van den Berg"], item.Authors);
        Assert.Equal(["incasso", "kosten"], item.Categories);
        Assert.Equal(("nl-NL", "report"), (item.Language, item.Type));
        Assert.Equal("Uitstel van betaling maakt een schuld gemiddeld &lt; 10% duurder.", item.Summary);
        Assert.Equal((2026, 9), (item.Published!.Value.AddHours(3).Year, item.Published!.Value.AddHours(3).Month));
        Assert.Null(reading.Token);
    }

    [Fact]
    public void A_repository_says_who_it_is() =>
        Assert.Equal(new OaiIdentity("Bewaarplaats", HasDayGranularity: true, Fixture.Utc("2009-03-01")), Read("identify").Identity);

    [Fact]
    public void Formats_and_sets_are_listed()
    {
        Assert.Equal(["oai_dc", "nl_didl"], Answer("<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat><metadataFormat><metadataPrefix>nl_didl</metadataPrefix></metadataFormat></ListMetadataFormats>").Prefixes);
        Assert.Equal([new OaiSet("publications", "Publicaties")], Answer("<ListSets><set><setSpec>publications</setSpec><setName>Publicaties</setName></set></ListSets>").Sets);
    }

    [Fact]
    public void No_matching_records_is_an_empty_list()
    {
        var reading = Answer("<error code='noRecordsMatch'>No records</error>");
        Assert.Null(reading.Problem);
        Assert.Equal(OaiErrors.NoRecordsMatch, reading.Error);
    }

    [Theory]
    [InlineData("badResumptionToken", "bladwijzer")]
    [InlineData("cannotDisseminateFormat", "formaat")]
    [InlineData("badArgument", "begrijpt onze vraag niet (from te oud)")]
    [InlineData("ietsAnders", "meldt een fout: ietsAnders")]
    public void Errors_are_said_in_Dutch(string code, string says) =>
        Assert.Contains(says, Answer($"<error code='{code}'>from te oud</error>").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "leeg antwoord")]
    [InlineData("<html><body>Onderhoud</body></html>", "webpagina, geen antwoord van een OAI-PMH-archief")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", "op 'feed'")]
    public void What_is_no_repository_is_said_in_Dutch(string body, string says) =>
        Assert.Contains(says, OaiReader.Read(Fixture.Utf8(body), null, Address).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_record_with_only_an_identifier_links_through_its_resolver()
    {
        var item = Record("<dc:title>Kort</dc:title><dc:identifier>hdl:20.500.1/7</dc:identifier>");
        Assert.Equal("https://hdl.handle.net/20.500.1/7", item.Link);
    }

    [Fact]
    public void Html_entities_and_a_broken_end_cost_no_records()
    {
        var reading = OaiReader.Read(Fixture.Utf8("<OAI-PMH><ListRecords><record><header><identifier>a</identifier></header><metadata><dc><title>Caf&eacute; & schuld</title></dc></metadata></record><record><header>"), null, Address);
        Assert.Equal("Café & schuld", Assert.Single(reading.Items).Title);
        Assert.Contains("afgebroken", reading.Remark, StringComparison.Ordinal);
    }

    private static OaiReading Read(string name) => OaiReader.Read(Fixture.Bytes($"OaiPmh/{name}.xml"), "text/xml", Address);

    private static OaiReading Answer(string inner) =>
        OaiReader.Read(Fixture.Utf8($"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-11-20T07:00:00Z</responseDate>{inner}</OAI-PMH>"), null, Address);

    private static Item Record(string elements) => Assert.Single(Answer(
        $"<ListRecords><record><header><identifier>a</identifier></header><metadata><oai_dc:dc xmlns:oai_dc='o' xmlns:dc='d'>{elements}</oai_dc:dc></metadata></record></ListRecords>").Items);
}
