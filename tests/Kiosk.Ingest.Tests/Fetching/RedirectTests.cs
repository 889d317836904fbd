using Kiosk.Ingest.Fetching;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class RedirectTests : IAsyncLifetime
{
    private LoopbackServer server = null!;
    private FetcherUnderTest fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        server = await LoopbackServer.StartAsync();
        fetcher = new FetcherUnderTest(server.Host);
        server.Serve("/nieuw", "hier");
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    [InlineData(308, true)]
    public async Task Only_a_permanent_redirect_is_remembered(int status, bool isPermanent)
    {
        server.Redirect("/oud", status, "/nieuw#deel");

        var result = await fetcher.FetchAsync(server.Url("/oud"));

        Assert.Equal((FetchOutcome.Fetched, server.Url("/nieuw")), (result.Outcome, result.FinalUrl));
        Assert.Equal(isPermanent ? server.Url("/nieuw") : null, result.PermanentUrl);
    }

    [Fact]
    public async Task A_permanent_address_ends_where_the_chain_turns_temporary()
    {
        server.Redirect("/een", 301, "/twee");
        server.Redirect("/twee", 302, "/drie");
        server.Redirect("/drie", 301, "/nieuw");

        var result = await fetcher.FetchAsync(server.Url("/een"));

        Assert.Equal((server.Url("/nieuw"), server.Url("/twee")), (result.FinalUrl, result.PermanentUrl));
    }

    [Fact]
    public async Task A_loop_ends_as_an_outcome()
    {
        server.Redirect("/a", 302, "/b");
        server.Redirect("/b", 302, "/a");

        var result = await fetcher.FetchAsync(server.Url("/a"));

        Assert.Equal(FetchOutcome.ServerError, result.Outcome);
        Assert.Contains("kring", result.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_endless_chain_is_followed_ten_times()
    {
        server.Map("/keten", context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/keten?n=" + server.Requests.Count;
            return Task.CompletedTask;
        });

        var result = await fetcher.FetchAsync(server.Url("/keten"));

        Assert.Equal(FetchOutcome.ServerError, result.Outcome);
        Assert.Equal(11, server.Requests.Count);
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
        server.Redirect("/oud", 302, location);

        Assert.Equal(expected, (await fetcher.FetchAsync(server.Url("/oud"))).Outcome);
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
        server.Redirect("/oud", 302, location);

        Assert.Equal(FetchOutcome.Forbidden, (await fetcher.FetchAsync(server.Url("/oud"))).Outcome);
    }

    [Fact]
    public async Task Every_hop_is_resolved_and_checked_anew()
    {
        var port = server.Address.Port;
        using var own = new FetcherUnderTest($"eerst.example:{port}", FetcherUnderTest.Always("127.0.0.1"));
        server.Redirect("/oud", 302, $"http://daarna.example:{port}/nieuw");

        var result = await own.FetchAsync($"http://eerst.example:{port}/oud");

        Assert.Equal(FetchOutcome.Forbidden, result.Outcome);
        Assert.Contains("daarna.example", result.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }
}
