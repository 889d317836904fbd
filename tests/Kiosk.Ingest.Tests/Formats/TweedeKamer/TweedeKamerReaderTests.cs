using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.TweedeKamer;

namespace Kiosk.Ingest.Tests.Formats.TweedeKamer;

public sealed class TweedeKamerReaderTests
{
    private static readonly Uri Address = new("https://kamer.example/OData/v4/2.0/Document");

    [Fact]
    public void A_letter_becomes_an_item()
    {
        var item = Read(Fixture.Bytes("TweedeKamer/documenten.json")).Items[0];
        Assert.Equal("Voortgang vroegsignalering van schulden", item.Title);
        Assert.Equal("Aanpak geldzorgen, armoede en schulden", item.Summary);
        Assert.Equal("https://www.tweedekamer.nl/kamerstukken/detail?id=2026Z21001&did=2026D50001", item.Link);
        Assert.Equal("https://kamer.example/OData/v4/2.0/Document(0f1e2d3c-4b5a-4000-8000-000000000001)/resource", item.Document);
        Assert.Equal(["Brief regering", "Kamerstuk 24515 81"], item.Categories);
        Assert.Equal(["kst-24515-81"], item.Identifiers);
        Assert.Equal(["J. Voorbeeld"], item.Authors);
        Assert.Equal("Brief regering", item.Type);
        Assert.Equal(Fixture.Utc("2026-11-16T23:00:00"), item.Published);
    }

    [Fact]
    public void Without_a_case_the_document_stands_for_itself_and_what_was_removed_is_left_out()
    {
        var reading = Read(Fixture.Bytes("TweedeKamer/documenten.json"));
        Assert.Equal(2, reading.Items.Count);
        Assert.Equal("https://www.tweedekamer.nl/kamerstukken/detail?id=2026D50002&did=2026D50002", reading.Items[1].Link);
        Assert.Null(reading.Items[1].Document);
        Assert.Empty(reading.Items[1].Identifiers);
    }

    [Fact]
    public void The_list_tells_its_size_and_where_it_goes_on()
    {
        var reading = Read(Fixture.Bytes("TweedeKamer/documenten.json"));
        Assert.Equal(612, reading.Total);
        Assert.Equal("https://kamer.example/OData/v4/2.0/Document?$filter=x&$skip=250", reading.Next);
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":\"400\",\"message\":\"Syntax error\"}}", "weigert de vraag: Syntax error")]
    [InlineData("{\"value\":3}", "geen lijst van de Tweede Kamer")]
    [InlineData("<html><body/></html>", "webpagina")]
    public void What_is_no_list_is_said_in_Dutch(string body, string says) => Assert.Contains(says, Read(Fixture.Utf8(body)).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_no_number_does_not_reach_an_address() =>
        Assert.Null(Assert.Single(Read(Fixture.Utf8("{\"value\":[{\"Onderwerp\":\"X\",\"DocumentNummer\":\"2026&x=<script>\"}]}")).Items).Link);

    [Fact]
    public void The_question_keeps_the_filter_of_the_source() => Assert.Equal(
        "https://kamer.example/OData/v4/2.0/Document?$filter=(contains(Onderwerp,'schuld')) and Verwijderd eq false and GewijzigdOp ge 2026-11-01T00:00:00Z&$orderby=GewijzigdOp asc&$expand=x",
        Uri.UnescapeDataString(TweedeKamerRequest.ChangedSince("https://kamer.example/OData/v4/2.0/Document?$expand=x&$filter=contains(Onderwerp,'schuld')", Fixture.Utc("2026-11-01")))
            .Replace("?$expand=x&", "?", StringComparison.Ordinal) + "&$expand=x");

    private static ListReading Read(byte[] body) => TweedeKamerReader.Read(body, "application/json", Address);
}
