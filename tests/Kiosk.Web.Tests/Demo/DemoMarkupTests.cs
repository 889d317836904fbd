using System.Xml.Linq;
using Kiosk.Web.Demo;

namespace Kiosk.Web.Tests.Demo;

public sealed class DemoMarkupTests
{
    [Theory]
    [InlineData("Een & < twee", "<p>Een &amp; &lt; twee</p>")]
    [InlineData("Over\ntwee regels", "<p>Over twee regels</p>")]
    [InlineData("## Kop\n\n### Kopje", "<h2>Kop</h2>\n<h3>Kopje</h3>")]
    [InlineData("- een\n- **twee**", "<ul><li>een</li><li><strong>twee</strong></li></ul>")]
    [InlineData("1. een\n1. *twee*", "<ol><li>een</li><li><em>twee</em></li></ol>")]
    [InlineData("2.1 Geen lijst", "<p>2.1 Geen lijst</p>")]
    [InlineData("> Gezegd\n> en gedaan", "<blockquote><p>Gezegd en gedaan</p></blockquote>")]
    [InlineData("| | a |\n| b | 1 |", "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td>b</td><td>1</td></tr></tbody></table>")]
    [InlineData("[hier](/x/y) en [daar](https://x.example/)", "<p><a href=\"http://h/x/y\">hier</a> en <a href=\"https://x.example/\">daar</a></p>")]
    public void Markup_becomes_HTML(string markup, string html) => Assert.Equal(html, DemoMarkup.ToHtml(markup, "http://h"));

    [Fact]
    public void The_HTML_of_every_article_is_well_formed_and_shows_no_markup() => Assert.All(DemoArchive.Read(DateTimeOffset.UnixEpoch), article =>
        Assert.DoesNotMatch(@"\*|\]\(|^[#>|-]", XElement.Parse($"<div>{DemoMarkup.ToHtml(article.Body, "http://h")}</div>").Value));
}
