using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Tests.Archiving;

public sealed class ArticleDraftTests
{
    [Fact]
    public void A_text_without_words_leaves_the_description_to_be_read()
    {
        var draft = Draft(new Item { Summary = "<p>De gemeente belt eerst.</p>", Content = "<p> </p><img src=\"/foto.jpg\">" });
        Assert.Equal("De gemeente belt eerst.", draft.Body.Text);
        Assert.Equal("De gemeente belt eerst.", draft.Lead);
    }

    [Fact]
    public void A_text_of_pictures_alone_stays_where_nothing_else_is_said() =>
        Assert.Contains("https://bron.example/foto.jpg", Draft(new Item { Content = "<img src=\"/foto.jpg\">" }).Body.Html, StringComparison.Ordinal);

    [Fact]
    public void The_text_goes_before_its_description()
    {
        var draft = Draft(new Item { Summary = "Kort gezegd.", Content = "<p>Voluit gezegd.</p>" });
        Assert.Equal("Voluit gezegd.", draft.Body.Text);
        Assert.Equal("Kort gezegd.", draft.Lead);
    }

    [Theory]
    [InlineData("Bel eerst de bank.\n\nBel dan &amp; pas dan\nde gemeente.\r\n \r\n\r\nKlaar.", "<p>Bel eerst de bank.</p><p>Bel dan &amp; pas dan de gemeente.</p><p>Klaar.</p>")]
    [InlineData("Bel eerst\n   de bank.", "<p>Bel eerst de bank.</p>")]
    [InlineData("<b>Bel</b> eerst\n\nde bank.", "<p><strong>Bel</strong> eerst de bank.</p>")]
    public void Blank_lines_in_plain_text_part_its_paragraphs(string text, string html)
    {
        Assert.Equal(html, Draft(new Item { Content = text }).Body.Html);
        Assert.Equal(html, Draft(new Item { Summary = text }).Body.Html);
    }

    private static ArticleDraft Draft(Item item) => ArticleDraft.From(item, "https://bron.example/", null, new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
}
