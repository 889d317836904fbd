namespace Kiosk.Ingest.Tests.Extraction;

/// <summary>What a page shows only after a click: accordions, tabs, "lees verder".</summary>
public sealed class FoldedTextTests
{
    private const string Answer = "Een saneringskrediet lost u in anderhalf jaar af, en in die tijd mag u geen nieuwe schulden maken.";

    [Theory]
    [InlineData("<h2><button aria-expanded=\"false\">Wat kost het?</button></h2><div aria-hidden=\"true\"><p>{0}</p></div>")]
    [InlineData("<h3><a href=\"#a1\" data-toggle=\"collapse\">Wat kost het?</a></h3><div id=\"a1\" class=\"collapse\" style=\"display: none\"><p>{0}</p></div>")]
    [InlineData("<dl class=\"accordion\"><dt><button>Wat kost het?</button></dt><dd hidden><p>{0}</p></dd></dl>")]
    [InlineData("<div class=\"card\"><div class=\"card-header\"><button data-toggle=\"collapse\" data-target=\"#a1\">Wat kost het?</button></div><div id=\"a1\" class=\"collapse\">{0}</div></div>")]
    [InlineData("<div class=\"card\"><h2><button type=\"button\">Wat kost het?</button></h2><div class=\"card-body\">{0}</div></div>")]
    [InlineData("<div class=\"faq-item\"><button class=\"faq-question\">Wat kost het?</button><div class=\"faq-answer\"><p>{0}</p></div></div>")]
    [InlineData("<div class=\"toggle-item\"><div class=\"tab-title\" role=\"button\"><span>Wat kost het?</span></div><div class=\"tab-content\" role=\"region\"><p>{0}</p></div></div>")]
    [InlineData("<ul role=\"tablist\"><li><a href=\"#a1\" role=\"tab\">Wat kost het?</a></li></ul><div role=\"tabpanel\" id=\"a1\" hidden><p>{0}</p></div>")]
    public void What_a_click_opens_is_text_under_the_heading_that_is_clicked(string folded)
    {
        var text = Read(folded.Replace("{0}", Answer, StringComparison.Ordinal));
        Assert.Contains(Answer, text, StringComparison.Ordinal);
        Assert.Contains("\nWat kost het?\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rest_of_a_text_that_is_opened_with_a_button_goes_on_without_the_words_on_the_button()
    {
        var text = Read($"<button aria-expanded=\"false\" aria-controls=\"rest\">Lees verder</button><div id=\"rest\" hidden><p>{Answer}</p></div>");
        Assert.Contains(Answer, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lees verder", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<button aria-controls=\"deel\" aria-expanded=\"false\">Stuur het door</button><div id=\"deel\" hidden><a href=\"/mail\">Mail een collega</a></div>")]
    [InlineData("<a href=\"#venster\" data-toggle=\"modal\">Stuur het door</a><div id=\"venster\" class=\"modal\" style=\"display:none\"><p>Vul het adres in van de collega aan wie u dit wilt sturen, en een bericht.</p></div>")]
    [InlineData("<nav><button aria-expanded=\"false\" aria-controls=\"menu\">Stuur het door</button><div id=\"menu\" hidden><p>Vul het adres in van de collega aan wie u dit wilt sturen, en een bericht.</p></div></nav>")]
    [InlineData("<p class=\"uitleg hidden\">Stuur het door aan een collega die het ook wil weten, of druk het af.</p>")]
    [InlineData("<p class=\"hidden\">Stuur het door aan een collega die het ook wil weten, of druk het af.</p>")]
    public void What_is_hidden_and_no_text_of_the_page_stays_hidden(string folded)
    {
        var text = Read(folded);
        Assert.DoesNotContain("collega", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stuur het door\n", text, StringComparison.Ordinal);
    }

    private static string Read(string folded) => Pages.Read($"<title>Hulp</title><main><h1>Hulp</h1>{Pages.Paragraphs}{folded}</main>").Text;
}
