using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Kiosk.Data.Accounts;
using Kiosk.Testing;
using Kiosk.Web.Hosting;
using Kiosk.Web.Tests.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Operations;

public sealed partial class MetricsTests
{
    private const string Token = "een-lang-genoeg-geheim";

    [Fact]
    public async Task Metrics_are_text_that_Prometheus_reads_and_say_what_happened()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill, configure: WithToken);
        using var client = kiosk.Client();
        (await client.GetAsync(new Uri("/onderwerpen", UriKind.Relative))).Dispose();

        // A request is counted when the server is done with it, which may be after its answer has come.
        var lines = await Eventually.GetAsync(() => LinesAsync(client), lines => lines.Any(IsVisitOfTopics));

        Assert.All(lines, line => Assert.Matches(Line(), line));
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", lines);
        Assert.Contains(lines, IsVisitOfTopics);
        Assert.Contains("kiosk_index_ready 1", lines);
        Assert.Contains(lines, line => Regex.IsMatch(line, "^kiosk_articles [1-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains(lines, line => line.StartsWith("kiosk_queue_length{queue=\"sources\"} ", StringComparison.Ordinal));
        string[] queues = ["sources", "pages", "letters", "alerts", "webhooks"];
        Assert.All(queues, queue => Assert.Contains(lines, line => line.StartsWith($"kiosk_queue_age_seconds{{queue=\"{queue}\"}} ", StringComparison.Ordinal)));
        var names = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("een-lang-genoeg-geheiM")]
    [InlineData("")]
    public async Task To_others_they_do_not_exist(string? shown)
    {
        await using var kiosk = await TestKiosk.StartAsync(configure: WithToken);
        using var client = kiosk.Client();
        using var answer = await Asked(client, shown);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::1", HttpStatusCode.OK)]
    [InlineData("10.0.0.5", HttpStatusCode.NotFound)]
    public async Task Without_a_token_they_are_for_this_machine(string from, HttpStatusCode expected)
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var answer = await kiosk.Server.SendAsync(context =>
        {
            context.Request.Path = "/metrics";
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        });
        Assert.Equal((int)expected, answer.Response.StatusCode);
    }

    [Theory]
    [InlineData("10.1.2.3", null, "10.1.2.3")]
    [InlineData("10.1.2.3", "10.0.0.0/8", "203.0.113.9")]
    [InlineData("192.168.1.1", "10.0.0.0/8", "192.168.1.1")]
    [InlineData("127.0.0.1", null, "203.0.113.9")]
    public async Task Forwarded_addresses_are_believed_from_where_the_proxy_stands_alone(string proxy, string? networks, string expected)
    {
        await using var kiosk = await TestKiosk.StartAsync(configure: builder => builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new KioskOptions { ProxyNetworks = networks })));
        var answer = await kiosk.Server.SendAsync(context =>
        {
            context.Request.Path = "/healthz/live";
            context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
            context.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
        });
        Assert.Equal(expected, answer.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public async Task Each_answer_names_its_trace()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/live");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var client = kiosk.Client();
        using var answer = await client.SendAsync(request);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", Assert.Single(answer.Headers.GetValues("traceresponse")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_page_says_what_is_wrong_and_what_to_do()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var operatorsBrowser = await kiosk.SignedInAsync(Role.Beheerder);
        var rows = (await operatorsBrowser.PageAsync("/beheer")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("Archief", StringComparison.Ordinal) && row.Contains("stukken in SQLite", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Kiosk:Mail:Host", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Kiosk:Fetch:Contact", StringComparison.Ordinal));
    }

    private static void WithToken(WebApplicationBuilder builder) => builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new KioskOptions { MetricsToken = Token }));

    private static async Task<string[]> LinesAsync(HttpClient client)
    {
        using var answer = await Asked(client, Token);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        return (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsVisitOfTopics(string line) =>
        line.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && line.Contains("http_route=\"onderwerpen\"", StringComparison.OrdinalIgnoreCase);

    private static Task<HttpResponseMessage> Asked(HttpClient client, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client.SendAsync(request);
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_][a-z0-9_]* .+|[a-zA-Z_][a-zA-Z0-9_]*(\{[a-z0-9_]+="([^"\\\n]|\\.)*"(,[a-z0-9_]+="([^"\\\n]|\\.)*")*\})? (-?[0-9.eE+-]+|NaN))$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
