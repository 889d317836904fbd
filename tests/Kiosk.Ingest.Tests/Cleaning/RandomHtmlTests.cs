using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Tests.Cleaning;

/// <summary>Thousands of random documents, the same ones each time: cleaning never throws, is stable, and leaves nothing that runs or loads.</summary>
public sealed class RandomHtmlTests
{
    private static readonly Uri Base = new("https://example.nl/map/");

    private static readonly string[] Tags = ("a b i em strong p div span h1 h2 h3 ul ol li dl dt dd table caption thead tbody tr td th br hr img pre code blockquote "
        + "figure figcaption details summary svg math mi mtext annotation-xml foreignObject desc style script noscript template form input select option textarea "
        + "title iframe object p p q sub sup abbr time ruby rt button nobr font center xmp plaintext listing image body html frameset base meta picture source video").Split(' ');

    private static readonly string[] Attributes = ["href=\"/x\"", "href='javascript:alert(1)'", "href=\"java\tscript:alert(1)\"", "src=x:x", "src=\"//a.nl/b\"", "onerror=alert(1)",
        "style=\"x:expression(1)\"", "title=\"--><img src=x onerror=alert(1)>\"", "alt=\"</p><script>\"", "id=body", "name=attributes", "colspan=3", "start=4", "type=a", "value=3", "reversed",
        "datetime=2025", "srcset=\"a.jpg 2x, javascript:x 3x\"", "data-src='data:text/html,x'", "width=40", "class=`x`", "href=\"http://x.nl/`'&quot;<\"", "xlink:href=\"javascript:1\""];

    private static readonly string[] Texts = ["tekst", " ", "\n", "&nbsp;", "&lt;b&gt;", "&", "<", ">", "\"", "'", "`", "<!--", "-->", "]]>", "<![CDATA[", "&#0;", "&#x202E;", "\uD83D", "\uDE00",
        "\0", "\u2028", "&amp;lt;", "</", "<?x", "\u00E9", "\u0085", "\r", "<br><br>", "</p>", "</table>", "&#13;", "\uFEFF", "\u3000", "&ZeroWidthSpace;"];

    private static readonly HashSet<string> Allowed = [.. ("h2 h3 h4 h5 h6 p ul ol li blockquote pre code table caption thead tbody tfoot tr td th figure figcaption img a em strong "
        + "sub sup abbr time dl dt dd br hr details summary q cite del ins mark small").Split(' ')];

    private static readonly HashSet<string> AllowedAttributes = ["href", "rel", "src", "alt", "width", "height", "title", "datetime", "colspan", "rowspan", "scope", "start", "type", "reversed", "value"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_markup_comes_out_stable_and_inert(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2500; i++)
        {
            var html = Document(random);
            var once = HtmlCleaner.Clean(html, i % 2 == 0 ? Base : null).Html;

            Assert.True(once == HtmlCleaner.Clean(once).Html, $"Not stable: {html}\n1: {once}\n2: {HtmlCleaner.Clean(once).Html}");
            AssertInert(once, html);
        }
    }

    private static void AssertInert(string clean, string html)
    {
        // With scripting on, as in a browser, noscript and the like are read in another way.
        foreach (var isScripting in new[] { true, false })
        {
            var document = new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument("<!DOCTYPE html><body>" + clean);
            foreach (var element in document.Body!.QuerySelectorAll("*"))
            {
                Assert.True(Allowed.Contains(element.LocalName) && element.NamespaceUri == NamespaceNames.HtmlUri, $"{element.LocalName} from {html}");
                Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, AllowedAttributes));
                foreach (var url in new[] { element.GetAttribute("href"), element.GetAttribute("src") })
                    Assert.Matches("^(https?://|mailto:|tel:)", url ?? "http://");
            }

            // Whatever a parser makes of it, it makes the same markup again: nothing is waiting to change its meaning.
            Assert.Equal(document.Body.InnerHtml.Length, new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + document.Body.InnerHtml).Body!.InnerHtml.Length);
        }
    }

    private static string Document(Random random)
    {
        var html = new System.Text.StringBuilder();
        for (var pieces = random.Next(1, 40); pieces > 0; pieces--)
        {
            var kind = random.Next(10);
            if (kind < 5)
                html.Append('<').Append(Pick(random, Tags)).Append(string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => " " + Pick(random, Attributes)))).Append('>');
            else if (kind < 7)
                html.Append("</").Append(Pick(random, Tags)).Append('>');
            else
                html.Append(Pick(random, Texts));
        }

        return html.ToString();
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
