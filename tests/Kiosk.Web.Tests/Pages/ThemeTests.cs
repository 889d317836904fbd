using System.Net;

namespace Kiosk.Web.Tests.Pages;

public sealed class ThemeTests(NewsstandKiosk newsstand)
{
    [Fact]
    public async Task Without_a_choice_the_device_decides()
    {
        var kiosk = newsstand.Kiosk;

        var page = await kiosk.PageAsync("/");

        Assert.False(page.DocumentElement.HasAttribute("data-theme"));
        Assert.Equal("donker", page.QuerySelector("form[action='/weergave'] button")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_choice_is_kept_in_a_cookie_and_rendered_by_the_server()
    {
        var kiosk = newsstand.Kiosk;

        using var chosen = await PostAsync(kiosk, "donker", "/bronnen?a=b");

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal("/bronnen?a=b", chosen.Headers.Location!.ToString());
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("thema=donker;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "thema=donker");
        using var client = kiosk.Client();
        using var response = await client.SendAsync(request);
        var page = TestKiosk.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example/")]
    [InlineData("")]
    public async Task The_way_back_stays_inside_the_kiosk(string back)
    {
        var kiosk = newsstand.Kiosk;

        using var chosen = await PostAsync(kiosk, "licht", back);

        Assert.Equal("/", chosen.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_unknown_theme_is_a_400_with_a_page()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await PostAsync(kiosk, "paars", "/");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Dit verzoek begrijpen we niet", TestKiosk.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestKiosk kiosk, string theme, string back)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["thema"] = theme, ["terug"] = back });
        using var client = kiosk.Client();
        return await client.PostAsync(new Uri("/weergave", UriKind.Relative), form);
    }
}
