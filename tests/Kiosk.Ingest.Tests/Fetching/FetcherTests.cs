using System.Globalization;
using System.Text;
using Kiosk.Ingest.Fetching;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;
    private FetcherUnderTest _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync();
        _fetcher = new FetcherUnderTest(_server.Host);
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_page_comes_with_its_body_type_and_validators()
    {
        _server.Serve("/feed", "<rss/>", "application/rss+xml; charset=utf-8", "W/\"a-1\"", "Sat, 01 Nov 2025 10:00:00 GMT");

        var result = await _fetcher.FetchAsync(_server.Url("/feed#top"));

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(200, result.StatusCode);
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Body.Span));
        Assert.Equal("application/rss+xml; charset=utf-8", result.ContentType);
        Assert.Equal("W/\"a-1\"", result.ETag);
        Assert.Equal("Sat, 01 Nov 2025 10:00:00 GMT", result.LastModified);
        Assert.Equal(_server.Url("/feed"), result.FinalUrl);
        Assert.Null(result.PermanentUrl);
    }

    [Fact]
    public async Task The_request_says_honestly_who_asks_and_keeps_no_cookies()
    {
        _server.Map("/", context =>
        {
            context.Response.Cookies.Append("spoor", "1");
            return Task.CompletedTask;
        });

        await _fetcher.FetchAsync(new FetchRequest(_server.Url("/")) { Accept = "application/rss+xml" });
        await _fetcher.FetchAsync(_server.Url("/"));

        var headers = _server.Requests[0].Headers;
        Assert.Matches(@"^deKiosk/\d+\.\d+\.\d+ \(\+https://\S+\)$", headers["User-Agent"]);
        Assert.Equal("application/rss+xml", headers["Accept"]);
        Assert.StartsWith("nl", headers["Accept-Language"], StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", _server.Requests[1].Headers.Keys);
    }

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("W/\"abc\"")]
    [InlineData("zonder-aanhalingstekens")]
    [InlineData("\"caf\u00E9\"")]
    public async Task Validators_go_back_letter_by_letter_and_304_is_an_outcome(string etag)
    {
        _server.Map("/feed", context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        var result = await _fetcher.FetchAsync(new FetchRequest(_server.Url("/feed")) { ETag = etag, LastModified = "gisteren, 1 nov" });

        Assert.Equal(FetchOutcome.NotModified, result.Outcome);
        Assert.Equal(etag, _server.Requests[0].Headers["If-None-Match"]);
        Assert.Equal("gisteren, 1 nov", _server.Requests[0].Headers["If-Modified-Since"]);
    }

    [Theory]
    [InlineData(204, FetchOutcome.Fetched)]
    [InlineData(206, FetchOutcome.ServerError)]
    [InlineData(300, FetchOutcome.ServerError)]
    [InlineData(401, FetchOutcome.Refused)]
    [InlineData(403, FetchOutcome.Refused)]
    [InlineData(404, FetchOutcome.Gone)]
    [InlineData(410, FetchOutcome.Gone)]
    [InlineData(418, FetchOutcome.ServerError)]
    [InlineData(429, FetchOutcome.Busy)]
    [InlineData(451, FetchOutcome.Refused)]
    [InlineData(500, FetchOutcome.ServerError)]
    [InlineData(503, FetchOutcome.Busy)]
    [InlineData(999, FetchOutcome.ServerError)]
    public async Task Every_status_is_an_outcome_in_words(int status, FetchOutcome expected)
    {
        _server.Map("/", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var result = await _fetcher.FetchAsync(_server.Url("/"));

        Assert.Equal((expected, status), (result.Outcome, result.StatusCode));
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 1)]
    [InlineData("99999999", 7 * 24 * 3600)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 1)]
    [InlineData("Tue, 31 Dec 2999 23:59:59 GMT", 7 * 24 * 3600)]
    [InlineData("straks", null)]
    public async Task Retry_After_is_read_in_both_forms_and_kept_within_sane_limits(string header, int? seconds)
    {
        _server.Map("/", context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });

        var result = await _fetcher.FetchAsync(_server.Url("/"));

        Assert.Equal(seconds, (int?)result.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("ftp://example.nl/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("geen adres")]
    [InlineData("")]
    public async Task What_is_no_web_address_is_not_fetched(string url)
    {
        var result = await _fetcher.FetchAsync(url);

        Assert.Equal(FetchOutcome.Forbidden, result.Outcome);
    }

    [Fact]
    public async Task Name_and_password_in_an_address_are_not_sent()
    {
        _server.Serve("/", "ok");

        var result = await _fetcher.FetchAsync($"http://jan:geheim@{_server.Host}/");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.DoesNotContain("Authorization", _server.Requests[0].Headers.Keys);
        Assert.DoesNotContain("geheim", result.FinalUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_caller_giving_up_is_an_exception()
    {
        using var gone = new CancellationTokenSource();
        _server.Map("/", async context =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fetcher.FetchAsync(new FetchRequest(_server.Url("/")), gone.Token));
    }
}
