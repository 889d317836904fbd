using System.Text;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction;
using Kiosk.Ingest.Fetching.Robots;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Calendar;
using Kiosk.Ingest.Formats.Dspace;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Formats.Opml;
using Kiosk.Ingest.Formats.Pages;
using Kiosk.Ingest.Formats.Pdf;
using Kiosk.Ingest.Formats.Rechtspraak;
using Kiosk.Ingest.Formats.Sitemaps;
using Kiosk.Ingest.Formats.TweedeKamer;
using Kiosk.Ingest.Sources;
using Kiosk.Search;
using Kiosk.Search.Analysis;
using Kiosk.Search.Queries;
using Kiosk.Search.References;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>Every parser that reads what strangers wrote.</summary>
internal static class FuzzTargets
{
    private const int Document = 16_000;
    private const int Line = 600;
    private const string Markup = "<>\"'= ";
    private const string Lines = "\n:;";
    private const string Json = "{}[],:\"";
    private const string Words = " \n:()";

    private static readonly Uri Address = new("https://bron.example/oai?max=2&page=0");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly IndexedArticle Article = new()
    {
        Id = 1,
        Title = "Gemeente belt aan bij wie de huur niet betaalt",
        Body = "Artikel 4a van de Wet gemeentelijke schuldhulpverlening. Schone lei na 18 maanden, 45% van € 1.250.",
        Url = Address.AbsoluteUri,
        Published = Now,
        Authors = ["Fenna de Wit"],
    };

    /// <param name="corpus">Where the good inputs are.</param>
    public static IReadOnlyList<FuzzTarget> All(FuzzCorpus corpus) =>
    [
        new("feed", 120, new Mutator(corpus.Files("Feeds/*"), [.. FuzzTokens.Xml, .. FuzzTokens.Html], Markup, Document), Feed),
        new("json-feed", 60, new Mutator(corpus.Files("Feeds/*.json"), FuzzTokens.Json, Json, Document), Feed),
        new("sitemap", 80, new Mutator(corpus.Files("Sitemaps/*"), FuzzTokens.Xml, Markup, Document), body => SitemapReader.Read(body, Type(body), Address).Then(reading => Promise.Items(reading.Items, reading.Problem, body.Length))),
        new("oai", 80, new Mutator(corpus.Files("OaiPmh/*"), FuzzTokens.Xml, Markup, Document), Oai),
        new("rechtspraak", 60, new Mutator(corpus.Files("Rechtspraak/*"), FuzzTokens.Xml, Markup, Document), Rulings),
        new("dspace", 60, new Mutator(corpus.Files("Dspace/*"), FuzzTokens.Json, Json, Document), body => List(DspaceReader.Read(body, Type(body), Address), body)),
        new("tweedekamer", 60, new Mutator(corpus.Files("TweedeKamer/*"), FuzzTokens.Json, Json, Document), body => List(TweedeKamerReader.Read(body, Type(body), Address), body)),
        new("calendar", 60, new Mutator(corpus.Files("Calendar/*.ics"), FuzzTokens.Calendar, Lines, Document), body => List(CalendarReader.Read(body, Type(body), Address, Now), body)),
        new("event-page", 20, new Mutator(corpus.Files("Calendar/*.html"), FuzzTokens.Html, Markup, Document), body => List(CalendarReader.Read(body, Type(body), Address, Now), body)),
        new("opml", 40, new Mutator(corpus.Files("Opml/*"), FuzzTokens.Xml, Markup, Document), body => OpmlReader.Read(body).Then(reading => Promise.Holds(reading.Problem is null || reading.Feeds.Count == 0, "Feeds came with a problem."))),
        new("list-page", 30, new Mutator(corpus.Files("Pages/*", "Feeds/*.html"), FuzzTokens.Html, Markup, Document), ListPage),
        new("article", 20, new Mutator(corpus.Files("Articles/*.html"), FuzzTokens.Html, Markup, Document), Extract),
        new("clean", 80, new Mutator(corpus.Files("Articles/*.html", "Pages/*"), FuzzTokens.Html, Markup, 2_500), Clean),
        new("pdf", 80, new Mutator([.. FuzzCorpus.Reports, .. corpus.Files("Articles/*.txt")], FuzzTokens.Report, Words, Document), Report),
        new("robots", 100, new Mutator(FuzzCorpus.Robots, FuzzTokens.Robots, Lines, 2_000), Robots),
        new("date", 250, new Mutator(FuzzCorpus.Dates, FuzzTokens.Dates, " -/:.,", 140), Date),
        new("query", 150, new Mutator(FuzzCorpus.Queries, FuzzTokens.Query, Words, Line), Question),
        new("analysis", 60, new Mutator([.. FuzzCorpus.Queries, .. FuzzCorpus.Reports], FuzzTokens.Query, Words, 2_000), Analysis),
        new("feeds-file", 20, new Mutator(FuzzCorpus.Of("""{"topics":[{"id":"a","name":"A","rule":"schuld* OF (b EN c)"}],"sources":[{"id":"x","name":"X","url":"https://bron.example/f","format":"page","every":"30m","select":{"links":"article h2 a","within":"/n/"}}]}"""), FuzzTokens.Json, Json, Document), body => FeedsFile.Read(Encoding.UTF8.GetString(body))),
    ];

    private static void Then<T>(this T reading, Action<T> check) => check(reading);

    /// <summary>A header that may fit or not, the same for the same bytes.</summary>
    private static string? Type(byte[] body) => (body.Length % 7) switch
    {
        0 => "text/xml; charset=windows-1252",
        1 => "text/html; charset=utf-16",
        2 => "application/json",
        _ => null,
    };

    private static void List(ListReading reading, byte[] body) => Promise.Items(reading.Items, reading.Problem, body.Length);

    private static void Feed(byte[] body)
    {
        var reading = FeedReader.Read(body, Type(body), Address);
        Promise.Holds(reading.Feed is null == reading.Problem is not null, "There must be a feed or a problem.");
        Promise.Items(reading.Feed?.Items ?? [], reading.Problem, body.Length);
    }

    private static void Date(byte[] body) =>
        Promise.Holds(!DateText.TryParse(Encoding.UTF8.GetString(body), out var instant) || instant.Offset == TimeSpan.Zero, "A moment is not in UTC.");

    private static void Oai(byte[] body)
    {
        var reading = OaiReader.Read(body, Type(body), Address);
        Promise.Items(reading.Items, reading.Problem, body.Length);
        Promise.Storable([reading.Token?.Value, reading.Identity?.Name, .. reading.Deleted, .. reading.Prefixes]);
        OaiState.Parse(Encoding.UTF8.GetString(body));
    }

    private static void Rulings(byte[] body)
    {
        List(RechtspraakIndex.Read(body, Type(body), Address), body);
        var ruling = RulingReader.Read(body, Type(body), Address);
        Promise.Items(ruling.Item is null ? [] : [ruling.Item], ruling.Problem, body.Length);
        Promise.Storable([ruling.Court, .. ruling.CaseNumbers, .. ruling.Laws]);
    }

    private static void ListPage(byte[] body)
    {
        List(PageReader.Read(body, Type(body), Address), body);
        List(PageReader.Read(body, Type(body), Address, "li a, h2", "/n"), body);
        SiteDiscovery.Find(Encoding.UTF8.GetString(body), Address);
    }

    private static void Extract(byte[] body)
    {
        var article = ArticleExtractor.Extract(body, Type(body), Address);
        Promise.Holds(article.Problem is null == article.Obstacle is null, "A problem and its reason go together.");
        Promise.Storable([article.Title, article.Lead, article.Html, article.Text, article.Language, article.CanonicalUrl, article.Image, article.ImageAlt, article.SiteName, .. article.Authors]);
        Promise.Inert(article.Html, html => HtmlCleaner.Clean(html).Html);
    }

    private static void Clean(byte[] body)
    {
        var html = Encoding.UTF8.GetString(body);
        var clean = HtmlCleaner.Clean(html, body.Length % 2 == 0 ? Address : null);
        Promise.Inert(clean.Html, again => HtmlCleaner.Clean(again).Html);
        Promise.Storable(clean.Html, clean.Text, PlainText.FromHtml(html), Excerpt.Of(clean.Text, 80));
    }

    private static void Report(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        Promise.Report(PdfText.Read(text, body.Length % 2 == 0 ? PdfDetails.Parse(text) : null));
    }

    private static void Robots(byte[] body)
    {
        var file = RobotsFile.Parse(body);
        foreach (var agent in new[] { "deKiosk", "*", "" })
        {
            Promise.Holds(file.Allows(agent, "https://bron.example/robots.txt"), "robots.txt itself may always be read.");
            file.Allows(agent, "https://bron.example/intern/nieuws?a=1&sort=%2F%20b");
            file.Allows(agent, Encoding.UTF8.GetString(body));
            Promise.Holds(file.CrawlDelay(agent) is not { } delay || (delay >= TimeSpan.Zero && delay <= TimeSpan.FromDays(1)), "The pause is negative or longer than a day.");
        }
    }

    private static void Question(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var query = Query.Parse(text, out _);
        var spelled = query.ToString();
        var again = Query.Parse(spelled, out var notes).ToString();
        // Numbers may become a reference once what stood between them was left out, and the spelling may need more brackets than are read.
        Promise.Holds(spelled == again || notes.Count > 0 || spelled.AsSpan().ContainsAnyInRange('0', '9'), $"‘{spelled}’ is read as ‘{again}’.");
        query.Matches(Article);
    }

    private static void Analysis(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        foreach (var token in DutchAnalyzer.Analyze(text))
            Promise.Holds(token.Start >= 0 && token.Length > 0 && token.Start + token.Length <= text.Length, "A word stands outside of the text.");
        foreach (var reference in ReferenceReader.Read(text))
            Promise.Holds(reference.Start >= 0 && reference.Length > 0 && reference.Start + reference.Length <= text.Length, "A reference stands outside of the text.");
    }
}
