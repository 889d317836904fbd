using Kiosk.Ingest.Fetching;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class RedirectTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;
    private FetcherUnderTest _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _fetcher = new FetcherUnderTest(_server.Host);
        _server.Serve("/nieuw", "hier");
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    [InlineData(308, true)]
    public async Task Only_a_permanent_redirect_is_remembered(int status, bool isPermanent)
    {
        _server.Redirect("/oud", status, "/nieuw#deel");

        var result = await _fetcher.FetchAsync(_server.Url("/oud"));

        Assert.Equal((FetchOutcome.Fetched, _server.Url("/nieuw")), (result.Outcome, result.FinalUrl));
        Assert.Equal(isPermanent ? _server.Url("/nieuw") : null, result.PermanentUrl);
    }

    [Fact]
    public async Task A_permanent_address_ends_where_the_chain_turns_temporary()
    {
        _server.Redirect("/een", 301, "/twee");
        _server.Redirect("/twee", 302, "/drie");
        _server.Redirect("/drie", 301, "/nieuw");

        var result = await _fetcher.FetchAsync(_server.Url("/een"));

        Assert.Equal((_server.Url("/nieuw"), _server.Url("/twee")), (result.FinalUrl, result.PermanentUrl));
    }

    [Fact]
    public async Task A_loop_ends_as_an_outcome()
    {
        _server.Redirect("/a", 302, "/b");
        _server.Redirect("/b", 302, "/a");

        var result = await _fetcher.FetchAsync(_server.Url("/a"));

        Assert.Equal(FetchOutcome.ServerError, result.Outcome);
        Assert.Contains("kring", result.Message, StringComparison.Ordinal);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task An_endless_chain_is_followed_ten_times()
    {
        _server.Map("/keten", context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/keten?n=" + _server.Requests.Count;
            return Task.CompletedTask;
        });

        var result = await _fetcher.FetchAsync(_server.Url("/keten"));

        Assert.Equal(FetchOutcome.ServerError, result.Outcome);
        Assert.Equal(11, _server.Requests.Count);
    }

    [Theory]
    [InlineData(null, FetchOutcome.ServerError)]
    [InlineData("", FetchOutcome.ServerError)]
    [InlineData("http://[", FetchOutcome.ServerError)]
    [InlineData("javascript:alert(1)", FetchOutcome.Forbidden)]
    [InlineData("file:///etc/passwd", FetchOutcome.Forbidden)]
    [InlineData("data:text/html,x", FetchOutcome.Forbidden)]
    public async Task A_redirect_to_nowhere_is_an_outcome(string? location, FetchOutcome expected)
    {
        _server.Redirect("/oud", 302, location);

        Assert.Equal(expected, (await _fetcher.FetchAsync(_server.Url("/oud"))).Outcome);
    }

    [Fact]
    public async Task Letters_in_a_Location_are_read_as_UTF_8()
    {
        await using var raw = RawServer.Start("HTTP/1.1 301 x\r\nLocation: /caf\u00C3\u00A9\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var own = new FetcherUnderTest(raw.Host);

        Assert.EndsWith("/caf%C3%A9", (await own.FetchAsync(raw.Url)).FinalUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("//192.168.1.1/")]
    public async Task An_allowed_host_opens_no_way_to_other_private_addresses(string location)
    {
        _server.Redirect("/oud", 302, location);

        Assert.Equal(FetchOutcome.Forbidden, (await _fetcher.FetchAsync(_server.Url("/oud"))).Outcome);
    }

    [Fact]
    public async Task Every_hop_is_resolved_and_checked_anew()
    {
        var port = _server.Address.Port;
        using var own = new FetcherUnderTest($"eerst.example:{port}", FetcherUnderTest.Always("127.0.0.1"));
        _server.Redirect("/oud", 302, $"http://daarna.example:{port}/nieuw");

        var result = await own.FetchAsync($"http://eerst.example:{port}/oud");

        Assert.Equal(FetchOutcome.Forbidden, result.Outcome);
        Assert.Contains("daarna.example", result.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }
}
