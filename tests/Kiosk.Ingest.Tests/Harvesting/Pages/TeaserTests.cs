using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Harvesting.Pages;

namespace Kiosk.Ingest.Tests.Harvesting.Pages;

public sealed class TeaserTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("De gemeente belt bewoners met een betalingsachterstand op. ", 40));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("Een korte beschrijving.", null, true)]
    [InlineData("Kort.", "long", false)]
    [InlineData("long", null, false)]
    [InlineData(null, "Kort.", true)]
    [InlineData(null, "long…", true)]
    [InlineData(null, "long [&#8230;]</p><p>Het bericht <a href='/'>Kop</a> verscheen eerst op <a href='/'>De site</a>.</p>", true)]
    [InlineData("long <a href='/x'>Lees meer »</a>", null, true)]
    [InlineData("long Lees het hele artikel op onze site? Nee: dit is het al.", null, false)]
    [InlineData(null, "longlonglong…", false)]
    public void A_teaser_is_told_from_an_article(string? summary, string? content, bool isTeaser) =>
        Assert.Equal(isTeaser, Teaser.IsAllOf(new Item { Summary = Filled(summary), Content = Filled(content) }));

    [Fact]
    public void A_text_that_is_no_longer_than_its_own_description_is_a_teaser()
    {
        var text = Long[..800];
        Assert.True(Teaser.IsAllOf(new Item { Summary = text, Content = $"<p>{text}</p>" }));
        Assert.False(Teaser.IsAllOf(new Item { Summary = text[..100], Content = $"<p>{text}</p>" }));
    }

    private static string? Filled(string? text) => text?.Replace("long", Long, StringComparison.Ordinal);
}
