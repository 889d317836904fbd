using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Pages;

public sealed class ReportPagesTests
{
    private const string Text = "Kop\n\nEen alinea die <doorloopt> op de volgende bladzijde.\n\nEn het slot.";

    [Fact]
    public void Each_page_is_marked_where_it_begins_also_within_a_paragraph() => Assert.Equal(
        "<p>[1] Kop</p><p>Een alinea die &lt;doorloopt&gt; [2] op de volgende bladzijde.</p><p>[3] [4] En het slot.</p>",
        Plain(ReportPages.Marked(Text, [0, Text.IndexOf("op de", StringComparison.Ordinal), Text.IndexOf("En het", StringComparison.Ordinal), Text.IndexOf("En het", StringComparison.Ordinal)])));

    [Theory]
    [InlineData(new[] { -5, 3, 4, 2 })]
    [InlineData(new[] { 0, 9_999 })]
    public void Places_that_make_no_sense_lose_no_text(int[] starts) =>
        Assert.Contains("En het slot.", ReportPages.Marked(Text, starts), StringComparison.Ordinal);

    [Fact]
    public async Task A_report_has_its_pages_marked_where_its_text_may_be_shown_and_nowhere_else()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Articles.AddRange(Report("Open", Rights.Full), Report("Dicht", Rights.Excerpt)));
        var open = await kiosk.PageAsync("/artikel/1/open");
        Assert.Equal("pagina 2", open.QuerySelector("#p2")!.TextContent);
        Assert.Equal("https://bron.example/rapport.pdf", open.QuerySelector(".facts a")!.GetAttribute("href"));
        var closed = await kiosk.PageAsync("/artikel/2/dicht");
        Assert.Null(closed.QuerySelector("#p2"));
        Assert.DoesNotContain("En het slot", closed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_contents_of_a_report_leads_to_pages_that_were_read() => Assert.Equal(
        [new Chapter("1 Inleiding", "p1", 1, 1), new Chapter("1.2 Wat werkt", "p2", 2, 2)],
        Chapter.OfReport(["1 1 Inleiding", "2 1.2 Wat werkt", "9 Bijlagen", "zonder bladzijde", "-1 Vreemd", ""], pages: 2));

    private static Article Report(string title, Rights rights)
    {
        var article = Seeds.Article(Seeds.Source(title.ToLowerInvariant(), rights), title, lead: "Opening.");
        (article.BodyText, article.BodyHtml, article.PageStarts, article.DocumentUrl) = (Text, "<p>Kop</p>", [0, 5], "https://bron.example/rapport.pdf");
        return article;
    }

    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(
        html, """<span class="page-mark" id="p(?<page>\d+)">pagina \d+</span>""", "[${page}]", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
}
