using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.OaiPmh;

namespace Kiosk.Ingest.Tests.Formats.OaiPmh;

public sealed class OaiRequestTests
{
    private const string Base = "https://bewaarplaats.example/oai";

    [Fact]
    public void A_window_is_asked_to_the_second_where_that_is_known() => Assert.Equal(
        Base + "?verb=ListRecords&metadataPrefix=nl_didl&set=open%3Aall&from=2026-11-01T10:00:00Z&until=2026-11-02T00:00:00Z",
        new OaiRequest(Base) { Prefix = "nl_didl", Set = "open:all", From = Fixture.Utc("2026-11-01T10:00:00"), Until = Fixture.Utc("2026-11-02") }.ListRecords);

    [Fact]
    public void A_repository_that_knows_days_is_asked_for_days() => Assert.Equal(
        Base + "?verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-01", new OaiRequest(Base) { From = Fixture.Utc("2026-11-01T10:00:00"), HasDayGranularity = true }.ListRecords);

    [Fact]
    public void A_token_excludes_everything_else() => Assert.Equal(
        Base + "?verb=ListRecords&resumptionToken=a%2Fb%2B%3D1", new OaiRequest(Base) { Set = "x" }.Resume("a/b+=1"));

    [Fact]
    public void A_set_and_a_format_may_stand_in_the_address() => Assert.Equal(
        new OaiRequest(Base) { Prefix = "mods", Set = "open access" }, OaiRequest.Of(Base + "?verb=ListRecords&set=open+access&metadataPrefix=mods"));

    [Fact]
    public void A_state_survives_being_stored()
    {
        var state = new OaiState { Prefix = "oai_dc", Token = "t", Begun = Fixture.Utc("2026-11-20"), From = Fixture.Utc("2026-11-01"), Pages = 2, Prints = [1, 4_000_000_000] };
        Assert.Equal(state.ToJson(), OaiState.Parse(state.ToJson()).ToJson());
        Assert.Equal("t", OaiState.Parse(state.ToJson()).Token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"Prints\":null}")]
    [InlineData("[1]")]
    [InlineData("{\"Begun\":\"gisteren\"}")]
    public void A_state_that_cannot_be_read_starts_over(string? json) => Assert.Null(OaiState.Parse(json).Token);

    [Fact]
    public void A_token_that_comes_back_is_a_loop()
    {
        var page = new OaiReading { Items = [new Item { Id = "1" }], Token = new OaiToken("t", null, null, null) };
        var state = new OaiState().After(page);
        Assert.Equal("t", state!.Token);
        Assert.Null(state.After(page with { Items = [new Item { Id = "2" }] }));
    }

    [Fact]
    public void A_page_that_comes_back_under_another_token_is_a_loop()
    {
        var page = new OaiReading { Items = [new Item { Id = "1" }], Token = new OaiToken("t", null, null, null) };
        Assert.Null(new OaiState().After(page)!.After(page with { Token = new OaiToken("u", null, null, null) }));
    }

    [Fact]
    public void A_completed_list_remembers_when_it_was_asked_for()
    {
        var begun = Fixture.Utc("2026-11-20T08:00:00");
        Assert.Equal(begun, new OaiState { Begun = begun, Token = "t" }.Completed().Done);
        Assert.Equal(Fixture.Utc("2026-06-01"), new OaiState { Begun = begun, Until = Fixture.Utc("2026-06-01") }.Completed().Done);
    }
}
