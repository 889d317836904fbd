using AngleSharp.Html.Parser;
using Kiosk.Data.Accounts;
using Kiosk.Web.Manuals;
using Kiosk.Web.Tests.Pages;

namespace Kiosk.Web.Tests.Manuals;

public sealed class ManualTests
{
    public static TheoryData<string, string> Pages => new(typeof(Manual).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Manuals/", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
        .Select(name => name.Split('/')).Select(parts => (parts[1], parts[2][..^3])));

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_and_picture_leads_somewhere(string shelf, string name)
    {
        var manual = Manual.Find(shelf, name)!;
        var page = new HtmlParser().ParseDocument(manual.Html);

        Assert.NotEqual("", manual.Title);
        Assert.All(page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(link => !link.StartsWith("http", StringComparison.Ordinal)), link =>
        {
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
            var there = path.Length == 0 ? manual : Manual.Find(shelf, path[(path.LastIndexOf('/') + 1)..]);
            Assert.True(path.Length == 0 || path.StartsWith($"/{shelf}/handleiding/", StringComparison.Ordinal), $"{link} leads out of the manual.");
            Assert.True(there is not null, $"{link} leads nowhere.");
            Assert.True(anchor.Length == 0 || new HtmlParser().ParseDocument(there.Html).GetElementById(anchor) is not null, $"There is no {link}.");
        });
        Assert.All(page.QuerySelectorAll("img"), image =>
        {
            Assert.NotEqual("", image.GetAttribute("alt"));
            using var picture = Manual.Picture(image.GetAttribute("src")!["/redactie/handleiding/beeld/".Length..]);
            Assert.NotNull(picture);
        });
    }

    [Fact]
    public async Task Editors_and_operators_find_theirs_from_where_they_are()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        using var editor = await kiosk.SignedInAsync(Role.Redacteur);
        Assert.NotNull((await editor.PageAsync("/redactie/logboek")).QuerySelector("a[href='/redactie/handleiding']"));
        Assert.Equal("Handleiding voor de redactie", (await editor.PageAsync("/redactie/handleiding")).QuerySelector("h1")!.TextContent);
        using var picture = await editor.GetAsync("/redactie/handleiding/beeld/postvak.png");
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        using var none = await editor.GetAsync("/redactie/handleiding/beeld/..%2Fhandleiding.md");
        Assert.Equal(404, (int)none.StatusCode);

        using var keeper = await kiosk.SignedInAsync(Role.Beheerder);
        Assert.NotNull((await keeper.PageAsync("/beheer")).QuerySelector("a[href='/beheer/handleiding']"));
        Assert.NotNull((await keeper.PageAsync("/beheer/handleiding")).QuerySelector("a[href='/beheer/handleiding/backup']"));
        using var unknown = await keeper.GetAsync("/beheer/handleiding/bestaat-niet");
        Assert.Equal(404, (int)unknown.StatusCode);
    }
}
