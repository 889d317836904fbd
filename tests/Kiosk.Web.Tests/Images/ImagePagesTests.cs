using System.Net;
using Kiosk.Data;
using Kiosk.Web.Images;
using Kiosk.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Kiosk.Web.Tests.Images;

public sealed class ImagePagesTests
{
    private const string Address = "https://foto.example/schuld.png";

    [Fact]
    public async Task The_picture_of_a_piece_comes_from_the_kiosk()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var article = Seeds.Article(Seeds.Source("vol", Rights.Full), "Schuld", body: "<p>Tekst.</p>");
            article.ImageUrl = Address;
            db.Add(article);
        });
        await kiosk.Services.GetRequiredService<ImageStore>().KeepAsync(Address, Pictures.Png(40, 30), TestContext.Current.CancellationToken);
        var page = await kiosk.PageAsync("/artikel/1/schuld");

        using var picture = await kiosk.GetAsync(page.QuerySelector("img.story-picture")!.GetAttribute("src")!);

        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Pictures.Png(40, 30), await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("max-age=2592000", picture.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("nosniff", picture.Headers.GetValues("X-Content-Type-Options"));
    }

    [Theory]
    [InlineData(Rights.Excerpt)]
    [InlineData(Rights.Link)]
    public async Task A_source_that_keeps_its_text_keeps_its_pictures(Rights rights)
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var article = Seeds.Article(Seeds.Source("deels", rights), "Schuld", body: $"<p>Tekst. <img src=\"{Address}\"></p>");
            article.ImageUrl = Address;
            db.Add(article);
        });

        Assert.Empty((await kiosk.PageAsync("/artikel/1/schuld")).QuerySelectorAll("img"));
    }

    [Fact]
    public async Task An_address_that_the_kiosk_did_not_sign_is_not_fetched()
    {
        await using var kiosk = await TestKiosk.StartAsync();
        var link = kiosk.Services.GetRequiredService<ImageLinks>().For(Address)!;
        await kiosk.Services.GetRequiredService<ImageStore>().KeepAsync(Address, Pictures.Png(40, 30), TestContext.Current.CancellationToken);
        var parts = link.Split('/');

        foreach (var forged in new[] { $"/beeld/{new string('A', parts[2].Length)}/{parts[3]}", $"/beeld/{parts[2]}/{parts[3]}AAAA", $"/beeld/x/{parts[3]}", "/beeld/%C3%A9/%C3%A9", $"/beeld/{parts[2]}/{new string('A', 9_000)}" })
        {
            using var answer = await kiosk.GetAsync(forged);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Two_archives_sign_differently_and_one_archive_always_alike()
    {
        await using var one = await TestKiosk.StartAsync();
        await using var other = await TestKiosk.StartAsync();
        var link = one.Services.GetRequiredService<ImageLinks>().For(Address);

        Assert.Equal(link, new ImageLinks(Kiosk.Web.Accounts.ArchiveSecret.Of(one.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<KioskDb>>(), ArchiveProperty.ImageKey)).For(Address));
        Assert.NotEqual(link, other.Services.GetRequiredService<ImageLinks>().For(Address));
    }
}
