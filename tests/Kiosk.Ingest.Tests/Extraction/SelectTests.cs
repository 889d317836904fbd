using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Tests.Extraction;

public sealed class SelectTests
{
    private const string Page = $"<html><body><div class=\"een\">{Pages.Paragraphs}</div><div class=\"twee\"><p>Dit is wat de bron zelf aanwijst.</p><p class=\"weg\">Dit niet.</p></div></body></html>";

    [Fact]
    public void A_source_may_say_where_its_text_stands_and_what_goes() =>
        Assert.Equal("Dit is wat de bron zelf aanwijst.", Pages.Read(Page, select: new FeedsSelect(Body: ".twee", Remove: ".weg")).Text);

    [Theory]
    [InlineData(".bestaat-niet")]
    [InlineData("div[[[")]
    [InlineData("")]
    public void A_selector_that_finds_nothing_leaves_the_choice_to_the_kiosk(string selector) =>
        Assert.Contains("Lindeburg", Pages.Read(Page, select: new FeedsSelect(Body: selector)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<p class='datum'>Geplaatst op 3 november 2026</p>")]
    [InlineData("<time class='datum' datetime='2026-11-03'>vorige week</time>")]
    [InlineData("<meta class='datum' content='2026-11-03'>")]
    public void A_source_may_say_where_its_date_stands(string date) =>
        Assert.Equal(new DateOnly(2026, 11, 3), Day(Pages.Read($"<html lang='nl'><head><meta property='article:published_time' content='2019-01-01'></head><body>{date}<article>{Pages.Paragraphs}</article></body></html>", select: new FeedsSelect(Date: ".datum", Remove: ".datum"))));

    [Fact]
    public void A_place_without_a_date_leaves_the_choice_to_the_kiosk() =>
        Assert.Equal(new DateOnly(2019, 1, 1), Day(Pages.Read($"<html><head><meta property='article:published_time' content='2019-01-01'></head><body><p class='datum'>gisteren</p>{Pages.Paragraphs}</body></html>", select: new FeedsSelect(Date: ".datum"))));

    private static DateOnly Day(ExtractedArticle article) => DateOnly.FromDateTime(article.Published!.Value.DateTime);

    [Fact]
    public void Parts_inside_parts_are_taken_once() =>
        Assert.Single(Pages.Read(Page, select: new FeedsSelect(Body: ".twee, .twee p")).Text.Split('\n'), line => line.StartsWith("Dit is wat", StringComparison.Ordinal));
}
