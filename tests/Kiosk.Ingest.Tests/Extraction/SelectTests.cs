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

    [Fact]
    public void Parts_inside_parts_are_taken_once() =>
        Assert.Single(Pages.Read(Page, select: new FeedsSelect(Body: ".twee, .twee p")).Text.Split('\n'), line => line.StartsWith("Dit is wat", StringComparison.Ordinal));
}
