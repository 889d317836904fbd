using Kiosk.Ingest.Fetching;

namespace Kiosk.Ingest.Tests.Fetching;

public sealed class FetchOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(new FetchOptionsValidator().Validate(null, new FetchOptions()).Succeeded);

    [Theory]
    [InlineData("AllowedPrivateHosts", "localhost")]
    [InlineData("AllowedPrivateHosts", "localhost:80,http://x:80")]
    [InlineData("AllowedPrivateHosts", "localhost:99999")]
    [InlineData("Contact", "bel maar")]
    [InlineData("Contact", "ftp://example.nl")]
    [InlineData("MaxBytes", "0")]
    [InlineData("TimeoutSeconds", "-1")]
    [InlineData("IdleSeconds", "NaN")]
    [InlineData("MaxRedirects", "1000")]
    [InlineData("HostGapSeconds", "-1")]
    public void A_wrong_value_is_named_with_its_entry_and_remedy(string entry, string value)
    {
        var problem = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() =>
        {
            using var fetcher = new FetcherUnderTest("", null, (entry, value));
            _ = fetcher.FetchAsync("http://example.nl/");
        });

        Assert.Contains("Kiosk:Fetch:" + entry, problem.Message, StringComparison.Ordinal);
    }
}
