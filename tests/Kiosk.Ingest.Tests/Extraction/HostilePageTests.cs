using System.Diagnostics;
using System.Text;
using Kiosk.Ingest.Extraction;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Extraction;

public sealed class HostilePageTests
{
    // Generous, for a machine with other work to do; what these pages try is to take minutes.

    private const int Mutations = 60;

    private static readonly string[] Splices =
        ["<", ">", "&", "\"", "<div>", "</div>", "<table>", "<!--", "-->", "<script>", "</article>", "<![CDATA[", "\0", "&#xD800;", "{", "}", "\\u", "<svg>", "<template>", "class=\"related\"", "<p hidden>"];

    public static TheoryData<string, string> Pages => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 100_000)) + "tekst" },
        { "deep formatting", string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + "tekst" },
        { "deep lists", string.Concat(Enumerable.Repeat("<ul><li>", 50_000)) + "tekst" },
        { "deep tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 30_000)) + "tekst" },
        { "wide", string.Concat(Enumerable.Repeat("<p>Een zin die lang genoeg is om voor lopende tekst te worden aangezien.</p>", 70_000)) },
        { "many links", string.Concat(Enumerable.Repeat("<a href=/x>x</a> ", 150_000)) },
        { "headings", string.Concat(Enumerable.Repeat("<h2>Kop</h2>", 100_000)) },
        { "one word", "<p>" + new string('a', 5_000_000) },
        { "one space", "<p>" + new string(' ', 5_000_000) + "x" },
        { "huge attribute", $"<div class=\"{new string('a', 2_000_000)} {string.Concat(Enumerable.Repeat("rel ", 200_000))}\">tekst</div>" },
        { "huge title", $"<title>{string.Concat(Enumerable.Repeat("a - ", 500_000))}</title>" },
        { "huge author", $"<meta name=author content=\"{string.Concat(Enumerable.Repeat("A en ", 300_000))}\">" },
        { "huge date", $"<time datetime=\"{new string('1', 1_000_000)}\">{new string('2', 1_000_000)}</time>" },
        { "deep json", $"<script type=\"application/ld+json\">{new string('[', 500_000)}</script>" },
        { "wide json", $"<script type=\"application/ld+json\">[{string.Concat(Enumerable.Repeat("{\"@type\":\"Article\"},", 50_000))}]</script>" },
        { "json in circles", """<script type="application/ld+json">{"@type":"Article","@id":"a","author":{"@id":"a"},"image":{"@id":"a"}}</script>""" },
        { "many metas", string.Concat(Enumerable.Repeat("<meta name=date content=x>", 100_000)) },
        { "controls", string.Concat(Enumerable.Repeat("<div aria-expanded=false aria-controls=a>", 390)) + string.Concat(Enumerable.Repeat("<button aria-controls=a>Kop</button>", 50_000)) + $"<p id=a>{new string('a', 1_000_000)}" },
        { "teasers", string.Concat(Enumerable.Repeat("<div>", 390)) + string.Concat(Enumerable.Repeat("<article><h3><a href=/x>Kop</a></h3><p>Een zin die lang genoeg is om voor lopende tekst te worden aangezien.</p></article>", 30_000)) },
        { "quotation marks", $"<script type=\"application/ld+json\">{{\"a\":\"{string.Concat(Enumerable.Repeat("\" ", 400_000))}\"}}</script>" },
        { "frames", "<article><p>Een zin die lang genoeg is om voor lopende tekst te worden aangezien.</p>" + string.Concat(Enumerable.Repeat("<iframe></iframe>", 190_000)) },
        { "words in bold", "<article><p>Een zin die lang genoeg is om voor lopende tekst te worden aangezien.</p>" + string.Concat(Enumerable.Repeat("woord<b>vet</b>", 190_000)) },
        { "dates", string.Concat(Enumerable.Repeat("<span>12 mei 20</span>", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_hostile_page_is_read_or_refused_in_bounded_time(string name, string html)
    {
        var start = Stopwatch.GetTimestamp();
        var article = Extraction.Pages.Read(html);
        Assert.True(Stopwatch.GetElapsedTime(start) < Hang.After, name);
        Assert.Equal(article.Obstacle is null, article.Problem is null);
    }

    [Fact]
    public void Scripts_in_title_author_and_text_come_out_as_text_or_not_at_all()
    {
        var article = Extraction.Pages.With(
            """<meta property="og:title" content="Kop <script>alert(1)</script>"><meta name="author" content="<img src=x onerror=alert(1)> Fenna de Wit"><meta property="og:image" content="javascript:alert(1)">""",
            "<p onclick=\"alert(1)\">Een alinea met <script>alert(1)</script> een knop die iets doet wat niemand wil, en nog wat woorden.</p>");
        Assert.DoesNotContain("<", article.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Authors, author => author.Contains('<', StringComparison.Ordinal));
        Assert.DoesNotContain("onclick", article.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", article.Html, StringComparison.Ordinal);
        Assert.Null(article.Image);
    }

    public static TheoryData<string> Names => [.. Extraction.Pages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mutation_of_a_page_throws(string name)
    {
        var original = Encoding.UTF8.GetString(Extraction.Pages.Bytes(name));
        var random = new Random(20261121);
        for (var round = 0; round < Mutations; round++)
        {
            var page = Mutated(original, random);
            var article = ArticleExtractor.Extract(Encoding.UTF8.GetBytes(page), null, new Uri(Extraction.Pages.Address));
            Assert.True(article.Obstacle is null == article.Problem is null, $"round {round}");
            Assert.True(article.Title is null || !string.IsNullOrWhiteSpace(article.Title), $"round {round}");
            Assert.DoesNotContain("<script", article.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Mutated(string page, Random random)
    {
        for (var changes = random.Next(1, 12); changes > 0; changes--)
        {
            var place = random.Next(page.Length);
            var length = Math.Min(random.Next(200), page.Length - place);
            page = random.Next(4) switch
            {
                0 => page.Remove(place, length),
                1 => page.Insert(place, page.Substring(place, length)),
                _ => page.Insert(place, Splices[random.Next(Splices.Length)]),
            };
        }

        return page;
    }
}
