using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kiosk.Web.Tests.Pages;

/// <summary>What holds for every page, walked over all of them.</summary>
public sealed class AllPagesTests(NewsstandKiosk newsstand)
{
    public static TheoryData<string> Paths => new(
        "/", "/artikel/1/volledig-stuk-over-schulden", "/artikel/2/fragment-over-schulden", "/artikel/3/titel-over-schulden",
        "/artikel/4/vijandig-over-schulden-script-alert-x-script-img-src-x-onerror-alert-1", "/artikel/5/debts-in-english", "/artikel/6",
        "/zoeken", "/zoeken?q=schulden", "/zoeken?q=bestaatniet", "/zoeken?q=beslag&soort=nieuws&onderwerp=vroegsignalering&bron=fragment&sorteer=nieuwste&pagina=2",
        "/zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E&soort=%3Cb%3E&bron=%22%3E", "/onderwerpen", "/onderwerp/vroegsignalering", "/onderwerp/vroegsignalering?pagina=2", "/onderwerp/wsnp", "/feeds",
        "/lijsten", "/lijsten/erbij?stuk=1", "/lijst/1/dossier-over-schulden", "/pakket/1", "/agenda", "/artikel/7/bijeenkomst-over-schulden", "/bronnen", "/bron/vol", "/bron/fragment", "/bron/titel", "/inloggen", "/inloggen/link/x", "/inloggen/gewist", "/bestaat-niet");

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_page_is_whole_and_safe(string path)
    {
        var kiosk = newsstand.Kiosk;

        using var response = await kiosk.GetAsync(path);
        var page = TestKiosk.Parse(await response.Content.ReadAsStringAsync());

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Gone });
        HasNothingInline(page);
        HasLandmarks(page);
        NamesEveryField(page);
        UsesOnlyIconsThatItHas(page);
        HasNoDuplicateIds(page);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_link_of_a_page_is_dead(string path)
    {
        var kiosk = newsstand.Kiosk;
        var page = await kiosk.PageAsync(path);
        var links = page.QuerySelectorAll("a[href^='/'], link[href^='/'], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).Distinct();

        foreach (var link in links.Where(link => link != path))
        {
            using var response = await kiosk.GetAsync(link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link}: {response.StatusCode}");
        }
    }

    private static void HasNothingInline(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']), iframe, object, embed"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.QuerySelectorAll("source, video, audio"));
        Assert.All(page.QuerySelectorAll("img"), picture => Assert.StartsWith("/beeld/", picture.GetAttribute("src"), StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("[href], [src], [action]"), element => Address(element).StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("script[src]"), script => Assert.Equal("module", script.GetAttribute("type")));
    }

    private static void HasLandmarks(IHtmlDocument page)
    {
        Assert.Equal("nl", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.EndsWith("· de Kiosk", page.Title, StringComparison.Ordinal);
        Assert.Equal("#inhoud", page.QuerySelector("a.skip-link")!.GetAttribute("href"));
        var navigations = page.QuerySelectorAll("nav, aside, [role=search]");
        Assert.All(navigations, landmark => Assert.True(landmark.HasAttribute("aria-label") || landmark.HasAttribute("aria-labelledby"), landmark.OuterHtml));
        var named = page.QuerySelectorAll("[aria-labelledby], [aria-describedby]")
            .SelectMany(element => new[] { element.GetAttribute("aria-labelledby"), element.GetAttribute("aria-describedby") }).OfType<string>();
        Assert.All(named, id => Assert.NotNull(page.GetElementById(id)));
        Assert.True(page.QuerySelectorAll(".mainnav [aria-current]").Length <= 1);
    }

    private static void NamesEveryField(IHtmlDocument page) => Assert.All(
        page.QuerySelectorAll("input:not([type=hidden]), select, textarea"),
        field => Assert.NotNull(field.Closest("label") ?? page.QuerySelector($"label[for='{field.Id}']")));

    private static void UsesOnlyIconsThatItHas(IHtmlDocument page)
    {
        var used = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")![1..]).ToHashSet();
        var drawn = page.QuerySelectorAll("symbol").Select(symbol => symbol.Id!).ToHashSet();
        Assert.Equal(used.Order(), drawn.Order());
    }

    private static void HasNoDuplicateIds(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    private static string Address(IElement element) =>
        element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action") ?? "";
}
