using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kiosk.Ingest.Extraction;

namespace Kiosk.Benchmarks;

/// <summary>How fast articles are found: a news page of 20 paragraphs among menus, teasers, comments and scripts, 100 kB.</summary>
internal static class ExtractionBenchmark
{
    private const int Bytes = 100_000;
    private const int Paragraphs = 20;

    private const string Sentence = "De gemeente Lindeburg belt sinds dit voorjaar aan bij inwoners die twee maanden huur achterlopen, en vraagt eerst hoe het gaat. ";

    /// <summary>Prints the median.</summary>
    /// <param name="args">The number of rounds; 200 if none is given.</param>
    public static void Run(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
        var body = Page();
        var address = new Uri("https://bron.example/nieuws/aanbellen");
        var times = new List<double>();
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            if (ArticleExtractor.Extract(body, "text/html", address).Text.Split('\n').Length != Paragraphs)
                throw new InvalidOperationException("The article was not found whole.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var median = times.Order().ElementAt(rounds / 2);
        Results.Note("finding articles on pages", body.Length / 1e6 / median, "MB/s");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"extraction: {body.Length / 1e6:F2} MB: {median * 1e3:F2} ms, {body.Length / 1e6 / median:F0} MB/s, {allocated / 1e6:F1} MB allocated"));
    }

    private static byte[] Page()
    {
        var page = new StringBuilder("""
            <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Aanbellen helpt - De Bron</title><meta property="og:site_name" content="De Bron">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Aanbellen helpt","datePublished":"2026-05-12T09:30:00+02:00","author":{"@type":"Person","name":"Fenna de Wit"}}</script>
            </head><body><header><nav><ul>
            """);
        Repeat(page, 40, "<li class=\"menu-item\"><a href=\"/rubriek\">Rubriek</a></li>");
        page.Append("</ul></nav></header><main><article class=\"article\"><h1>Aanbellen helpt</h1><div class=\"article__body\">");
        Repeat(page, Paragraphs, $"<p class=\"article__paragraph\">{Sentence}{Sentence}<a href=\"/meer\">De wijkploeg</a> gaat door.</p>");
        page.Append("</div></article><aside class=\"related\">");
        Repeat(page, 60, "<div class=\"teaser\"><a href=\"/x\"><img src=\"/x.jpg\" alt=\"\"><h3>Een andere kop over een ander artikel</h3></a><span class=\"time\">2 uur geleden</span></div>");
        page.Append("</aside><section id=\"comments\">");
        Repeat(page, 80, $"<div class=\"comment\"><span class=\"name\">Lezer</span><p>{Sentence}</p></div>");
        page.Append("</section></main><script>var state = \"");
        return Encoding.UTF8.GetBytes(page.Append('x', Math.Max(0, Bytes - page.Length - 30)).Append("\";</script></body></html>").ToString());
    }

    private static void Repeat(StringBuilder page, int times, string text)
    {
        for (var i = 0; i < times; i++)
            page.Append(text);
    }
}
