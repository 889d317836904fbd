using System.Net;
using System.Net.Http.Headers;

namespace Kiosk.Web.Tests.Pages;

public sealed class HeadersTests(NewsstandKiosk newsstand)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    [Theory]
    [InlineData("/")]
    [InlineData("/zoeken?q=schuld")]
    [InlineData("/bestaat-niet")]
    [InlineData("/kiosk.css")]
    [InlineData("/api/v1/search?q=schuld")]
    [InlineData("/api/v1/articles/999")]
    [InlineData("/healthz")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);

        Assert.Equal(Policy, Single(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Single(response, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Single(response, "Referrer-Policy"));
        Assert.Contains("camera=()", Single(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Single(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Single(response, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Strict_transport_security_is_for_https_only()
    {
        var kiosk = newsstand.Kiosk;
        using var client = kiosk.Client();

        using var plain = await client.GetAsync(new Uri("http://kiosk.example/robots.txt"));
        using var secure = await client.GetAsync(new Uri("https://kiosk.example/robots.txt"));

        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("max-age=31536000", Single(secure, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/abonneren")]
    [InlineData("/api/v1/suggestions")]
    public async Task A_body_larger_than_any_form_is_refused_unread(string path)
    {
        using var client = newsstand.Kiosk.Client();
        using var large = new ByteArrayContent(new byte[Kiosk.Web.Http.BodyLimit.Most + 1]);

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), large);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("nosniff", Single(response, "X-Content-Type-Options"));
        Assert.Contains(path.StartsWith("/api", StringComparison.Ordinal) ? "413" : "Dit is te groot", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stylesheet_is_compressed_kept_for_ever_under_its_versioned_address_and_small()
    {
        var kiosk = newsstand.Kiosk;
        var address = (await kiosk.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var client = kiosk.Client();
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", Single(response, "Cache-Control"));
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 20 * 1024);
    }

    [Fact]
    public async Task A_file_under_an_unknown_version_is_kept_briefly()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync("/kiosk.css?v=anders");

        Assert.Equal("public, max-age=3600", Single(response, "Cache-Control"));
    }

    [Fact]
    public async Task A_page_is_asked_for_anew_each_time()
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync("/");

        Assert.Equal("no-cache", Single(response, "Cache-Control"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static string Single(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
