using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Dspace;

namespace Kiosk.Ingest.Tests.Formats.Dspace;

public sealed class DspaceReaderTests
{
    private static readonly Uri Address = new("https://repo.example/server/api/discover/search/objects?query=schulden&size=3&page=0");

    [Fact]
    public void An_object_found_becomes_an_item()
    {
        var item = Read(Fixture.Bytes("Dspace/zoek.json")).Items[0];
        Assert.Equal("20.500.99999/3301", item.Id);
        Assert.Equal("Schulden in beeld", item.Title);
        Assert.Equal("http://hdl.handle.net/20.500.99999/3301", item.Link);
        Assert.Equal("https://repo.example/server/api/core/bitstreams/9a/content", item.Document);
        Assert.Equal(["hdl:20.500.99999/3301"], item.Identifiers);
        Assert.Equal(["Dijkstra, W.", "Bakker, S."], item.Authors);
        Assert.Equal(["Schulden", "Statistiek"], item.Categories);
        Assert.Equal(("nl-NL", "Rapport"), (item.Language, item.Type));
        Assert.Equal(Fixture.Utc("2026-10-29"), item.Published);
        Assert.StartsWith("Hoeveel huishoudens", item.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_without_metadata_goes_by_its_name_and_a_collection_is_none()
    {
        var items = Read(Fixture.Bytes("Dspace/zoek.json")).Items;
        Assert.Equal(2, items.Count);
        Assert.Equal(("Alleen een naam", "https://repo.example/handle/20.500.99999/3302"), (items[1].Title, items[1].Link));
    }

    [Fact]
    public void The_next_page_is_asked_of_the_same_server_whatever_the_answer_calls_it() => Assert.Equal(
        "https://repo.example/server/api/discover/search/objects?query=schulden&size=3&page=1", Read(Fixture.Bytes("Dspace/zoek.json")).Next);

    [Theory]
    [InlineData("{\"_embedded\":{\"searchResult\":{\"page\":{\"number\":0,\"totalPages\":0,\"totalElements\":0}}}}")]
    [InlineData("{\"page\":{\"number\":0,\"totalPages\":0},\"_links\":{}}")]
    [InlineData("{\"_embedded\":{\"searchResult\":{\"_embedded\":{\"objects\":[]},\"page\":{\"number\":0,\"totalPages\":1}}}}")]
    public void No_results_is_no_problem(string json)
    {
        var reading = Read(Fixture.Utf8(json));
        Assert.Null(reading.Problem);
        Assert.Empty(reading.Items);
        Assert.Null(reading.Next);
    }

    [Theory]
    [InlineData("{\"timestamp\":\"x\",\"status\":422,\"error\":\"Unprocessable\",\"message\":\"Invalid sort\"}", "fout (422): Invalid sort")]
    [InlineData("{\"a\":1}", "geen lijst van DSpace")]
    [InlineData("<html><body>Login</body></html>", "webpagina, geen lijst van DSpace")]
    [InlineData("{\"a\":", "beschadigde JSON")]
    [InlineData("", "leeg antwoord")]
    public void What_is_no_list_is_said_in_Dutch(string body, string says) => Assert.Contains(says, Read(Fixture.Utf8(body)).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_list_of_items_and_the_pairs_of_version_6_are_read_too() => Assert.Equal("Paren", Assert.Single(Read(Fixture.Utf8(
        "{\"_embedded\":{\"items\":[{\"uuid\":\"u\",\"metadata\":[{\"key\":\"dc.title\",\"value\":\"Paren\"}]}]},\"page\":{\"number\":0,\"totalPages\":1}}")).Items).Title);

    private static ListReading Read(byte[] body) => DspaceReader.Read(body, "application/hal+json", Address);
}
