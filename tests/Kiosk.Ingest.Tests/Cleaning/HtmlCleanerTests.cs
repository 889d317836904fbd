using Kiosk.Ingest.Cleaning;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Cleaning;

public sealed class HtmlCleanerTests
{
    private static readonly Uri Base = new("https://example.nl/nieuws/stuk.html");

    [Theory]
    // Text and structure.
    [InlineData("tekst", "<p>tekst</p>")]
    [InlineData("<p>een<p>twee", "<p>een</p><p>twee</p>")]
    [InlineData("<div>een<div>twee</div>drie</div>", "<p>een</p><p>twee</p><p>drie</p>")]
    [InlineData("een<br><br>twee<br>drie", "<p>een</p><p>twee<br>drie</p>")]
    [InlineData("<p>een<br>&nbsp;<br/>twee<br></p>", "<p>een</p><p>twee</p>")]
    [InlineData("<p> veel \n\t ruimte </p><p>&nbsp;</p><p></p>", "<p>veel ruimte</p>")]
    [InlineData("<p><b>vet</b> en <i>schuin</i></p>", "<p><strong>vet</strong> en <em>schuin</em></p>")]
    [InlineData("<p><b><b>dubbel</b></b> <em></em><b> </b></p>", "<p><strong>dubbel</strong></p>")]
    [InlineData("<b>een<p>twee</b>drie", "<p><strong>een</strong></p><p><strong>twee</strong>drie</p>")]
    [InlineData("<h1>Kop</h1><h3>Tussen</h3>", "<h2>Kop</h2><h4>Tussen</h4>")]
    [InlineData("<h4>Kop</h4><h6>Tussen</h6>", "<h2>Kop</h2><h4>Tussen</h4>")]
    [InlineData("<h2></h2><h3>Kop</h3>", "<h2>Kop</h2>")]
    [InlineData("<h2>Kop<a href='#kop'>¶</a></h2><h2><a href='https://example.nl/nieuws/stuk.html#twee'> # </a>Twee</h2>", "<h2>Kop</h2><h2>Twee</h2>")]
    [InlineData("<h2>Meer dan <a href='#n'>100</a></h2><p>Noot<a href='#n'>*</a></p>",
        "<h2>Meer dan <a href=\"https://example.nl/nieuws/stuk.html#n\" rel=\"noopener noreferrer nofollow external\">100</a></h2><p>Noot<a href=\"https://example.nl/nieuws/stuk.html#n\" rel=\"noopener noreferrer nofollow external\">*</a></p>")]
    [InlineData("<h2><p>Kop</p><div>deel</div></h2>", "<h2>Kop<br>deel</h2>")]
    [InlineData("<ul><li>een<li>twee<ul><li>drie</ul></ul>", "<ul><li>een</li><li>twee<ul><li>drie</li></ul></li></ul>")]
    [InlineData("<ul><li>een</li><ul><li>los</li></ul>tekst<li></li></ul>", "<ul><li>een<ul><li>los</li></ul></li><li>tekst</li></ul>")]
    [InlineData("<ol start=3><li><p>een</p></li></ol>", "<ol start=\"3\"><li>een</li></ol>")]
    [InlineData("<ol type=a start=2 reversed><li value=7>onder g<li type=i>h</ol><ol type=1 start=1><li value=x>1</ol>",
        "<ol start=\"2\" type=\"a\" reversed=\"\"><li value=\"7\">onder g</li><li>h</li></ol><ol><li>1</li></ol>")]
    [InlineData("<ul><li>een</li><li></li><ol><li>los</li></ol><ol><li>nog een</li></ol></ul>",
        "<ul><li>een</li><li><ol><li>los</li></ol><ol><li>nog een</li></ol></li></ul>")]
    [InlineData("<dl><dt>Wsnp<dd>Wet<div><dt>Wgs<dd>Wet</div></dl>", "<dl><dt>Wsnp</dt><dd>Wet</dd><dt>Wgs</dt><dd>Wet</dd></dl>")]
    [InlineData("<blockquote>zei ze<footer>Jo</footer></blockquote>", "<blockquote><p>zei ze</p><p>Jo</p></blockquote>")]
    [InlineData("<pre>\n a\n  b </pre>", "<pre> a\n  b</pre>")]
    [InlineData("<pre><code>x &lt; y<br>z</code></pre>", "<pre><code>x &lt; y\nz</code></pre>")]
    [InlineData("<p>a<sub>1</sub><sup>2</sup> <del>x</del><ins>y</ins> <mark>m</mark> <small>s</small> <q>q</q> <cite>c</cite></p>",
        "<p>a<sub>1</sub><sup>2</sup> <del>x</del><ins>y</ins> <mark>m</mark> <small>s</small> <q>q</q> <cite>c</cite></p>")]
    [InlineData("<p><abbr title=\"Wet schuldsanering\">Wsnp</abbr> <time datetime=2025-11-01>1 nov</time></p>",
        "<p><abbr title=\"Wet schuldsanering\">Wsnp</abbr> <time datetime=\"2025-11-01\">1 nov</time></p>")]
    [InlineData("<details><summary>Meer</summary>tekst</details>", "<details><summary>Meer</summary><p>tekst</p></details>")]
    [InlineData("<h3><button aria-expanded=false>Wat kost het? <svg></svg></button></h3><p>Niets.</p><button aria-expanded=false>Meer</button>", "<h2>Wat kost het?</h2><p>Niets.</p>")]
    [InlineData("<dl><dt><button aria-controls=w>Wsnp</button> <button>Kopieer</button><dd>Wet</dl><details><summary><button aria-controls=d>Meer</button></summary>tekst</details>",
        "<dl><dt>Wsnp</dt><dd>Wet</dd></dl><details><summary>Meer</summary><p>tekst</p></details>")]
    [InlineData("een<hr>twee", "<p>een</p><hr><p>twee</p>")]
    // Tables.
    [InlineData("<table><caption>Cijfers</caption><tr><th scope=col>Jaar<th>Aantal<tr><td>2024<td rowspan=2 colspan=9999>12</table>",
        "<table><caption>Cijfers</caption><tbody><tr><th scope=\"col\">Jaar</th><th>Aantal</th></tr><tr><td>2024</td><td rowspan=\"2\">12</td></tr></tbody></table>")]
    [InlineData("<table><tr><td><h2>Kop</h2>tekst<tr><td>meer</table>", "<h2>Kop</h2><p>tekst</p><p>meer</p>")]
    [InlineData("<table><tr><td>1<td><table><tr><td>2<td>3</table></table>",
        "<table><tbody><tr><td>1</td><td><table><tbody><tr><td>2</td><td>3</td></tr></tbody></table></td></tr></tbody></table>")]
    [InlineData("<table><tr><td></td><td> </td></tr></table>", "")]
    // Links and images.
    [InlineData("<a href=/pad?a=1&b=2>link</a>", "<p><a href=\"https://example.nl/pad?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow external\">link</a></p>")]
    [InlineData("<a href='mailto:info@example.nl'>mail</a> <a href='tel:+31 20-123'>bel</a>", "<p><a href=\"mailto:info@example.nl\">mail</a> <a href=\"tel:+3120-123\">bel</a></p>")]
    [InlineData("<a href='ftp://example.nl'>ftp</a> <a name=x>anker</a> <a>leeg</a>", "<p>ftp anker leeg</p>")]
    [InlineData("<a href='https://bank.nl@kwaad.example/'>x</a>", "<p><a href=\"https://kwaad.example/\" rel=\"noopener noreferrer nofollow external\">x</a></p>")]
    [InlineData("<a href=/x><h3>Kop</h3><p>tekst</p></a>",
        "<h2><a href=\"https://example.nl/x\" rel=\"noopener noreferrer nofollow external\">Kop</a></h2><p><a href=\"https://example.nl/x\" rel=\"noopener noreferrer nofollow external\">tekst</a></p>")]
    [InlineData("<img src=a.jpg alt='Een \"foto\"' width=100px height=x>", "<p><img src=\"https://example.nl/nieuws/a.jpg\" alt=\"Een &quot;foto&quot;\" width=\"100\"></p>")]
    [InlineData("<img src=a.jpg width=100% height=' 33.3% '>", "<p><img src=\"https://example.nl/nieuws/a.jpg\" alt=\"\"></p>")]
    [InlineData("<img src='data:image/gif;base64,R0' data-src=/echt.jpg>", "<p><img src=\"https://example.nl/echt.jpg\" alt=\"\"></p>")]
    [InlineData("<img srcset='a.jpg 400w, b.jpg 1200w, c.jpg 4000w'>", "<p><img src=\"https://example.nl/nieuws/b.jpg\" alt=\"\"></p>")]
    [InlineData("<picture><source srcset='/p.webp 1x'><img alt=p></picture>", "<p><img src=\"https://example.nl/p.webp\" alt=\"p\"></p>")]
    [InlineData("<img src=/pixel.gif width=1 height=1><img src='data:image/png;base64,AA'>", "")]
    [InlineData("<figure><img src=/a.jpg><figcaption>Foto: <p>ANP</p></figcaption></figure>",
        "<figure><img src=\"https://example.nl/a.jpg\" alt=\"\"><figcaption>Foto:<br>ANP</figcaption></figure>")]
    [InlineData("<figure><figcaption>alleen</figcaption></figure>", "<p>alleen</p>")]
    [InlineData("<base href=https://kwaad.example/><a href=x>x</a>", "<p><a href=\"https://example.nl/nieuws/x\" rel=\"noopener noreferrer nofollow external\">x</a></p>")]
    [InlineData("<iframe src='//www.youtube-nocookie.com/embed/aB-1?x=1'></iframe>",
        "<p><a href=\"https://www.youtube.com/watch?v=aB-1\" rel=\"noopener noreferrer nofollow external\">Bekijk de video op YouTube</a></p>")]
    [InlineData("<iframe src=https://kwaad.example/></iframe>", "")]
    // What must not come through.
    [InlineData("<p id=x class=y style=color:red onclick=a() data-z=1 lang=nl>tekst</p>", "<p>tekst</p>")]
    [InlineData("<script>a</script><style>b</style><svg><p>c</svg><math><mi>d</math><form><input>e</form><template>f</template><noscript>g</noscript><!-- h -->", "<p>c</p>")]
    [InlineData("<onbekend>tekst</onbekend> <font>x</font>", "<p>tekst x</p>")]
    [InlineData("<a href=java&#10;script:alert(1)>x</a><a href='&#1;javascript:alert(1)'>y</a><a href=JAVASCRIPT&colon;alert(1)>z</a>", "<p>xyz</p>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &quot;", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; \"</p>")]
    [InlineData("a\0bc\u202Ed&#0;&#xD800;&#x202E;", "<p>abcd\uFFFD\uFFFD</p>")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Html_is_rebuilt(string? html, string expected)
    {
        var clean = HtmlCleaner.Clean(html, Base).Html;

        Assert.Equal(expected, clean);
        Assert.Equal(expected, HtmlCleaner.Clean(clean).Html);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_dropped_and_a_whole_one_kept() =>
        Assert.Equal("<p>a\uD83D\uDE00bc</p>", HtmlCleaner.Clean("a\uD83D\uDE00\uD83Db\uDE00c").Html);

    [Fact]
    public void An_article_inside_a_form_is_kept_and_what_a_form_asks_is_not()
    {
        const string Article = "De gemeente helpt inwoners met schulden sneller dan vorig jaar, zo blijkt uit het verslag dat het college aan de raad stuurde. "
            + "De wachttijd daalde van zes naar drie weken, en ruim driehonderd huishoudens meldden zich.";

        Assert.Equal(
            $"<h2>Kop</h2><p>{Article}</p>",
            HtmlCleaner.Clean($"<form action=x.aspx><input name=zoek><h1>Kop</h1><p>{Article}</p><select><option>Ja</select><button>Zoek</button></form>").Html);
        Assert.Equal("<p>tekst</p>", HtmlCleaner.Clean("<form><p>Schrijf u in voor onze nieuwsbrief.</p><label>E-mail</label><input></form>tekst").Html);
    }

    [Fact]
    public void Relative_addresses_without_a_base_are_left_out() => Assert.Equal("<p>x</p>", HtmlCleaner.Clean("<a href=/x>x</a><img src=/y.png>").Html);

    [Fact]
    public void Text_is_readable_line_by_line()
    {
        var text = HtmlCleaner.Clean("<h2>Kop</h2><p>een<br>twee <b>drie</b></p><ul><li>a<li>b</ul><ol><li>c<li>d</ol><table><tr><td>1<td>2<tr><td>3<td>4</table><pre>x\n y</pre>").Text;

        Assert.Equal("Kop\neen\ntwee drie\n- a\n- b\n1. c\n2. d\n1 | 2\n3 | 4\nx\n y", text);
    }

    public static TheoryData<string> Bombs => new()
    {
        Repeat("<div>", 100_000) + "tekst",
        Repeat("<b>", 100_000) + "tekst",
        Repeat("<blockquote>", 300) + "tekst",
        Repeat("<table><tr><td>", 50_000) + "tekst",
        Repeat("<ul><li>", 120) + "tekst",
        Repeat("<svg><g>", 50_000) + "</svg>tekst",
        string.Concat(Enumerable.Range(0, 30_000).Select(static i => $"<b a={i}><table><td></b></table>")) + "tekst",
        string.Concat(Enumerable.Range(0, 300).Select(static i => $"<b a={i}>")) + Repeat("<p>tekst", 10_000),
        "tekst" + Repeat("</p>", 300_000),
        "<a " + string.Join(' ', Enumerable.Range(0, 100_000).Select(static i => "a" + i)) + ">tekst",
        "tekst" + Repeat("<", 1_000_000),
        "tekst" + Repeat("<!--", 200_000),
        Repeat("<p>tekst</p>", 250_000),
        "tekst " + Repeat("&", 1_000_000),
        "<picture>" + Repeat("<source>", 15_000) + Repeat("<img>", 60_000) + "</picture>tekst",
        "<picture><source srcset='" + Repeat("a 1w, ", 50_000) + "'>" + Repeat("<img>", 60_000) + "</picture>tekst",
        "<ul><li>" + Repeat("<p>tekst", 100_000) + "</li>" + Repeat("<ol></ol>", 90_000) + "</ul>",
        "<pre>" + Repeat("<b>\n</b>\n", 190_000) + "tekst</pre>",
        Repeat("<input type=radio name=r checked>", 120_000) + "tekst",
        Repeat("<base href=x>", 100_000) + "tekst",
        "<svg " + string.Join(' ', Enumerable.Range(0, 500_000).Select(static i => "a" + i)) + "></svg>tekst",
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bombs_cost_little_and_keep_their_text(string html)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var clean = HtmlCleaner.Clean(html);

        Assert.Contains("tekst", clean.Text, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>1<td>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<figure>x")]
    [InlineData("<dl><dd>")]
    public void Deep_structure_is_cut_the_same_way_each_time(string opening)
    {
        var once = HtmlCleaner.Clean(Repeat(opening, 80) + "tekst").Html;

        Assert.Contains("tekst", once, StringComparison.Ordinal);
        Assert.Equal(once, HtmlCleaner.Clean(once).Html);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
