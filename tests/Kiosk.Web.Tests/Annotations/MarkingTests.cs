using AngleSharp.Dom;
using Kiosk.Data.Annotations;
using Kiosk.Web.Annotations;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Tests.Annotations;

public sealed class MarkingTests
{
    private const string Html = "<p>Wie schulden heeft, belt niet.</p><p>Wie <em>schulden</em> heeft, <a href=\"https://a.example\">wacht</a>.</p><ul><li>Eerst bellen.</li><li>Dan schrijven.</li></ul>";

    [Theory]
    [InlineData("belt niet", "", "", "belt niet")]
    [InlineData("BELT  niet", "", "", "belt niet")]
    [InlineData("belt\r\nniet.Wie schulden", "", "", "belt niet. Wie schulden")]
    [InlineData("Wie schulden heeft", "", "", "Wie schulden heeft")]
    [InlineData("bellen. Dan", "", "", "bellen. Dan")]
    [InlineData("niet te vinden", "", "", null)]
    [InlineData("  ", "", "", null)]
    public void A_passage_is_found_as_it_stands_whatever_is_between_the_words(string asked, string prefix, string suffix, string? found) =>
        Assert.Equal(found, new PassageText(Body(Html)).Quote(new TextQuote(asked, prefix, suffix))?.Exact);

    [Fact]
    public void Of_equal_passages_the_surroundings_decide()
    {
        var text = new PassageText(Body(Html));
        var second = text.PlaceOf(new TextQuote("schulden heeft", "niet. Wie ", ", wacht"))!.Value;
        Assert.True(second.Start > text.PlaceOf(new TextQuote("schulden heeft", "", ", belt"))!.Value.Start);
        var quote = text.Quote(new TextQuote("schulden heeft", "", ", wacht"))!;
        Assert.Equal(("schulden heeft, belt niet. Wie ", ", wacht. Eerst bellen. Dan schri"), (quote.Prefix, quote.Suffix));
    }

    [Fact]
    public void A_passage_is_marked_over_elements_and_paragraphs_without_changing_a_letter()
    {
        var body = Body(Html);
        var before = body.TextContent;
        var placed = Marking.Mark(body, [Note(1, "niet. Wie schulden heeft, wacht"), Note(2, "schulden heeft", "Wie over?", suffix: ", wacht"), Note(3, "weg uit de tekst"), Note(4, "", "Bij het geheel.")]);
        Assert.Equal([1, 2, 4, 3], placed.Select(one => one.Annotation.Id));
        Assert.Equal([false, false, false, true], placed.Select(one => one.IsLost));
        Assert.Equal("Wie over?", body.QuerySelector("aside.margin-note")!.TextContent);
        body.QuerySelector("aside")!.Remove();
        Assert.Equal(before, body.TextContent);
        Assert.StartsWith("niet", body.QuerySelector("#passage-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://a.example", body.QuerySelector("a mark")!.Closest("a")!.GetAttribute("href"));
        Assert.Empty(body.QuerySelectorAll("ul > mark, p:empty, mark:empty"));
    }

    [Fact]
    public void What_a_reader_types_never_becomes_markup()
    {
        var body = Body("<p>Veilig &lt;b&gt; hier.</p>");
        Marking.Mark(body, [Note(1, "<b> hier", "<script>alert(1)</script><img src=x onerror=alert(1)>")]);
        Assert.Null(body.QuerySelector("script, img, b"));
        Assert.Equal("<b> hier", body.QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public void Numbers_of_pages_do_not_stand_in_the_way()
    {
        var body = Body(ReportPages.Marked("De eerste bladzijde eindigt midden in een zin.", [0, 20]));
        Assert.Equal("bladzijde eindigt", new PassageText(body).Quote(new TextQuote("bladzijde eindigt"))?.Exact);
        Assert.NotNull(Assert.Single(Marking.Mark(body, [Note(1, "bladzijde eindigt midden")])).Place);
        Assert.Empty(body.QuerySelectorAll("mark .page-mark"));
    }

    private static IElement Body(string html) => ArticleBody.Parse(html, address => address);

    private static Annotation Note(long id, string exact, string note = "", string suffix = "") => new() { Id = id, Exact = exact, Note = note, Suffix = suffix };
}
