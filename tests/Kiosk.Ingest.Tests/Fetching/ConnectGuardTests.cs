using System.Net;
using Kiosk.Ingest.Fetching;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class ConnectGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::c0a8:101")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public async Task A_name_that_leads_to_a_special_address_is_refused(string address)
    {
        using var fetcher = new FetcherUnderTest("", FetcherUnderTest.Always(address));

        var result = await fetcher.FetchAsync("http://onschuldig.example/");

        Assert.Equal(FetchOutcome.Forbidden, result.Outcome);
        Assert.Contains("onschuldig.example", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2a00:1450:400e::1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Addresses_of_the_public_internet_are_let_in(string address) => Assert.True(PublicInternet.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://017700000001:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://localhost:{0}/")]
    public async Task No_spelling_of_loopback_gets_through(string template)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var fetcher = new FetcherUnderTest("");

        var result = await fetcher.FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, template, server.Address.Port));

        Assert.Equal(FetchOutcome.Forbidden, result.Outcome);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_changes_after_the_check_brings_nothing()
    {
        await using var server = await LoopbackServer.StartAsync();
        var questions = 0;
        // A public answer first, loopback from then on: whoever resolves twice, once to check and once to connect, ends up inside. A public
        // address that nobody answers would take long, so the first answer holds both.
        using var fetcher = new FetcherUnderTest("", (_, _) => Task.FromResult<IPAddress[]>(
            Interlocked.Increment(ref questions) == 1 ? [IPAddress.Parse("10.0.0.1"), IPAddress.Loopback] : [IPAddress.Loopback]));

        Assert.Equal(FetchOutcome.Forbidden, (await fetcher.FetchAsync($"http://draai.example:{server.Address.Port}/")).Outcome);
        Assert.Equal(1, questions);
        Assert.Equal(FetchOutcome.Forbidden, (await fetcher.FetchAsync($"http://draai.example:{server.Address.Port}/")).Outcome);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_allowed_pair_lets_in_that_host_and_that_port_alone()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var other = await LoopbackServer.StartAsync();
        server.Serve("/", "binnen");
        other.Serve("/", "ook binnen");
        using var fetcher = new FetcherUnderTest($"elders:80, {server.Host}");

        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync(server.Url("/"))).Outcome);
        Assert.Equal(FetchOutcome.Forbidden, (await fetcher.FetchAsync(other.Url("/"))).Outcome);
        Assert.Equal(FetchOutcome.Forbidden, (await fetcher.FetchAsync($"http://localhost:{server.Address.Port}/")).Outcome);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task An_unknown_name_is_said_to_be_unknown()
    {
        using var fetcher = new FetcherUnderTest("", (_, _) => Task.FromResult<IPAddress[]>([]));

        var result = await fetcher.FetchAsync("http://bestaat-niet.example/");

        Assert.Equal(FetchOutcome.Unreachable, result.Outcome);
        Assert.Contains("niet te vinden", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable_and_another_address_is_tried()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Serve("/", "hier");
        var port = server.Address.Port;
        using var fetcher = new FetcherUnderTest($"twee.example:{port},dicht.example:1", (host, _) => Task.FromResult<IPAddress[]>(
            host == "twee.example" ? [IPAddress.IPv6Loopback, IPAddress.Loopback] : [IPAddress.Loopback]));

        Assert.Equal(FetchOutcome.Fetched, (await fetcher.FetchAsync($"http://twee.example:{port}/")).Outcome);
        Assert.Equal(FetchOutcome.Unreachable, (await fetcher.FetchAsync("http://dicht.example:1/")).Outcome);
    }
}
