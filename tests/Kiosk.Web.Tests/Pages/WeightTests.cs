using System.IO.Compression;
using Kiosk.Data.Accounts;
using Kiosk.Web.Tests.Accounts;

namespace Kiosk.Web.Tests.Pages;

/// <summary>What a browser must fetch beside a page stays small.</summary>
public sealed class WeightTests
{
    private const int MostScript = 10_000;
    private const int MostStyle = 20_000;

    [Fact]
    public async Task Script_and_style_of_every_page_stay_light_when_compressed()
    {
        await using var kiosk = await TestKiosk.StartAsync(Newsstand.Fill);
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        foreach (var path in new[] { "/", "/artikel/1/volledig-stuk-over-schulden", "/lijst/1/dossier-over-schulden", "/zoeken?q=schulden", "/bronnen", "/mijn-kiosk/passkeys" })
        {
            var page = await editor.PageAsync(path);
            var (scripts, styles) = (page.QuerySelectorAll("script[src]").Select(one => one.GetAttribute("src")!), page.QuerySelectorAll("link[rel=stylesheet]").Select(one => one.GetAttribute("href")!));
            Assert.Equal(path, $"{path}{(Weight(scripts) > MostScript ? $" {Weight(scripts)} of script" : "")}{(Weight(styles) > MostStyle ? $" {Weight(styles)} of style" : "")}");
            Assert.NotEqual(0, Weight(scripts) * Weight(styles));
        }
    }

    private static long Weight(IEnumerable<string> addresses) => addresses.Sum(address => Compressed($"Kiosk.Web.wwwroot.{address.Split('?')[0].TrimStart('/')}"));

    private static long Compressed(string file)
    {
        using var target = new MemoryStream();
        using (var source = typeof(Kiosk.Web.Http.Assets).Assembly.GetManifestResourceStream(file)!)
        using (var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            source.CopyTo(zip);
        return target.Length;
    }
}
