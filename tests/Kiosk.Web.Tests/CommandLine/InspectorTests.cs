using System.Text.Json;
using Kiosk.Web.CommandLine;
using Kiosk.Web.CommandLine.Inspecting;

namespace Kiosk.Web.Tests.CommandLine;

public sealed class InspectorTests
{
    [Theory]
    [InlineData("deKiosk", "https://example.nl/intern", false)]
    [InlineData("Ander", "https://example.nl/intern", true)]
    public async Task Robots_says_who_may_come_where(string agent, string url, bool allowed)
    {
        var answer = await AskAsync(new InspectRequest { What = "robots", Text = "User-agent: deKiosk\nCrawl-delay: 2\nDisallow: /intern", Agent = agent, Url = url });

        Assert.Equal(allowed, answer.GetProperty("allowed").GetBoolean());
        Assert.Equal(!allowed, answer.TryGetProperty("crawlDelay", out var delay) && delay.GetDouble() == 2);
    }

    [Fact]
    public async Task A_file_that_is_no_pdf_is_answered_with_an_error()
    {
        var answer = await AskAsync(new InspectRequest { What = "pdf", Text = "geen rapport" });

        Assert.Equal("Dit is geen PDF-bestand.", answer.GetProperty("error").GetString());
    }

    private static async Task<JsonElement> AskAsync(InspectRequest request) =>
        JsonSerializer.SerializeToElement(await Inspector.AnswerAsync(request, default), JsonLines.Json);
}
