using System.Globalization;
using System.Text;
using Kiosk.Data;
using Microsoft.AspNetCore.Http;
using static Kiosk.Ingest.Tests.Harvesting.HostileTexts;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>Feeds, pages and lists whose content is the weapon.</summary>
internal static class HostileContents
{
    private const string Attack = "eindeloos vermenigvuldigt. Dat is een bekende aanval";
    private const string OneNew = "1 nieuw stuk.";

    public static IEnumerable<HostileCase> Cases => [.. Markup, .. Characters, .. Scripts, .. Robots, .. Lists];

    private static IEnumerable<HostileCase> Markup =>
    [
        new("A billion laughs are an attack", static scene => scene.Feed(BillionLaughs), HarvestOutcome.Unreadable, Attack),
        new("A quadratic blow-up is an attack", static scene => scene.Feed(QuadraticBlowUp(15_000)), HarvestOutcome.Unreadable, Attack),
        new("An entity too long to be one is left as it stands", static scene => scene.Feed(QuadraticBlowUp(100_000)), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.InRange(Assert.Single(articles).Title.Length, 1, 1_000) },
        new("Entities that hold each other are an attack", static scene => scene.Feed($"<!DOCTYPE rss [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;&a;\">]>{Rss.Feed("<item><title>&a;</title></item>")}"), HarvestOutcome.Unreadable, Attack),
        new("An entity that names a file brings nothing", static scene => scene.Feed(ExternalEntity("file:///etc/passwd")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotContain("root:", Assert.Single(articles).Title + articles[0].BodyText, StringComparison.Ordinal) },
        new("An entity that names a server inside brings nothing", static scene => scene.Feed(ExternalEntity(scene.Inside.Url("/"))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotContain("Geheim", Assert.Single(articles).Title + articles[0].BodyText, StringComparison.Ordinal) },
        new("A DTD elsewhere is not fetched", static scene => scene.Feed(ExternalDtd(scene.Inside.Url("/"))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Equal("Stuk", Assert.Single(articles).Title) },
        new("A hundred thousand nested elements are left out", static scene => scene.Feed(Rss.Feed(Rss.Item("Stuk", "https://bron.example/1"), Nested("a", 100_000, "diep"))), HarvestOutcome.Harvested, "Delen die te diep in elkaar zitten zijn overgeslagen.")
            { Stored = static articles => Assert.Equal("Stuk", Assert.Single(articles).Title) },
        new("A hundred thousand nested elements in a text become its words", static scene => scene.Feed(Rss.Feed(Rss.Item("Stuk", "https://bron.example/1", text: Nested("div", 100_000, "diep")))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.InRange(Assert.Single(articles).BodyHtml.Length, 0, 100_000) },
        new("A hundred thousand nested lists in JSON are no feed", static scene => scene.Feed($"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":{new string('[', 100_000)}{new string(']', 100_000)}}}", "application/feed+json"), HarvestOutcome.Unreadable, "JSON"),
        new("A million empty items are read as far as is sane", static scene => scene.Feed(Rss.Feed(string.Concat(Enumerable.Repeat("<item/>", 1_000_000)))), HarvestOutcome.Unchanged, "erg lang"),
        new("A million items are read as far as is sane", static scene => scene.Feed(Rss.Feed(string.Concat(Enumerable.Range(0, 1_000_000).Select(static number => $"<item><guid>{number}</guid><title>{number}</title></item>")))), HarvestOutcome.Harvested, "5000 nieuwe stukken.")
            { Stored = static articles => Assert.Equal(5_000, articles.Count), Settings = [("MaxBytes", "67108864")], Cap = 1_500_000_000 },
        new("A million attributes are left out", static scene => scene.Feed(Rss.Feed($"<item {string.Concat(Enumerable.Range(0, 1_000_000).Select(static number => $"a{number}='' "))}><title>Stuk</title><link>https://bron.example/1</link></item>")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Equal("Stuk", Assert.Single(articles).Title), Cap = 1_500_000_000 },
        new("A title of ten megabytes is cut", static scene => scene.Feed(Rss.Feed(Rss.Item(new string('x', 10_000_000), "https://bron.example/1"))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.InRange(Assert.Single(articles).Title.Length, 1, 1_000), Cap = 800_000_000 },
        new("A guid and a link of a megabyte are kept from the archive", static scene => scene.Feed(Rss.Feed($"<item><guid>{new string('g', 1_000_000)}</guid><link>https://bron.example/{new string('l', 1_000_000)}</link><title>Stuk</title></item>")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.InRange(Assert.Single(articles).Url.Length, 1, 4_000) },
        new("A picture in vectors is no feed", static scene => scene.Feed("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>", "image/svg+xml"), HarvestOutcome.Unreadable, "geen feed"),
    ];

    private static IEnumerable<HostileCase> Characters =>
    [
        new("NULs are left out", static scene => scene.Feed(Rss.Feed(Rss.Item("Nul\0stuk", "https://bron.example/1", text: "Tekst\0met \u0001 en \u001B erin."))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotContain(Assert.Single(articles).Title + articles[0].BodyText + articles[0].BodyHtml, char.IsControl) },
        new("References to NUL and half characters are left out", static scene => scene.Feed(Rss.Feed("<item><title>Half &#0;&#xD800;&#xFFFE; heel</title><link>https://bron.example/1</link><description>&amp;#0; &amp;#xD800; heel</description></item>")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Contains("heel", Assert.Single(articles).Title, StringComparison.Ordinal) },
        new("Bytes that are no UTF-8 become readable", static scene => Raw(scene, "<rss version=\"2.0\"><channel><item><title>Caf\u00E9 \u00FF\u00C0\u0080 hulp</title><link>https://bron.example/1</link></item></channel></rss>"), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.EndsWith("hulp", Assert.Single(articles).Title, StringComparison.Ordinal) },
        new("UTF-7 smuggles no script in", static scene => scene.Feed(Rss.Feed(Rss.Item("Kop +ADw-script+AD4-alert(1)+ADw-/script+AD4-", "https://bron.example/1")), "application/rss+xml; charset=utf-7"), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotContain('<', Assert.Single(articles).Title) },
        new("A charset that nobody knows is guessed", static scene => scene.Feed(Rss.Feed(Rss.Item("Café", "https://bron.example/1")), "application/rss+xml; charset=x-klingon-8"), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Equal("Café", Assert.Single(articles).Title) },
        new("A charset that lies is seen through", static scene => scene.Feed(Rss.Feed(Rss.Item("Café", "https://bron.example/1")), "application/rss+xml; charset=utf-16"), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Equal("Café", Assert.Single(articles).Title) },
        new("Dates outside the calendar become now", static scene => scene.Feed(Rss.Feed(Rss.Item("Stuk", "https://bron.example/1", date: "Fri, 31 Dec 9999 23:59:59 -1400"), Rss.Item("Oud", "https://bron.example/2", date: "Mon, 01 Jan 0001 00:00:00 +1400"))), HarvestOutcome.Harvested, "2 nieuwe stukken.")
            { Stored = static articles => Assert.All(articles, static article => Assert.InRange(article.PublishedAt.Year, 1, 2026)) },
    ];

    private static IEnumerable<HostileCase> Scripts =>
    [
        new("Scripts in a title and an author are words at most", static scene => scene.Feed(Rss.Feed(
            "<item><title>&lt;script&gt;alert(1)&lt;/script&gt;Kop &lt;img src=x onerror=alert(1)&gt;</title><author>&lt;script&gt;alert(1)&lt;/script&gt;Noor &lt;b onclick=x&gt;</author><link>https://bron.example/1</link></item>")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotContain('<', Assert.Single(articles).Title + string.Concat(articles[0].Authors)) },
        new("A link to a script is no address", static scene => scene.Feed(Rss.Feed(Rss.Item("Stuk", "javascript:alert(document.cookie)"), Rss.Item("Data", "data:text/html,<script>alert(1)</script>"), Rss.Item("Tab", "java\tscript:alert(1)"))), HarvestOutcome.Harvested, "3 nieuwe stukken.")
            { Stored = static articles => Assert.All(articles, static article => Assert.StartsWith("http", article.Url, StringComparison.Ordinal)) },
        new("A text keeps no script in any of its hiding places", static scene => scene.Feed(Rss.Feed(Rss.Item("Stuk", "https://bron.example/1", text:
            "<p onclick=a>Een</p><script>b()</script><a href=\"java&#x09;script:c()\">d</a><a href=' javascript:e()'>f</a><a href='data:text/html,g'>h</a><img src='data:image/svg+xml,i' onerror=j><svg><a xlink:href='javascript:k()'>l</a><animate attributeName=href values=javascript:m()></svg><math><mtext><style><img src=x onerror=n()></style></mtext></math><iframe srcdoc='<script>o()</script>'></iframe><form action=javascript:p()><button formaction=javascript:q()>r</button></form><base href='https://kwaad.example/'><style>@import 's'</style><noscript><p title='</noscript><img src=x onerror=t()>'></noscript>"))), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.DoesNotMatch("(?i)<(script|svg|math|iframe|form|base|style|button|noscript)|\\son[a-z]+\\s*=|javascript:|data:", Assert.Single(articles).BodyHtml) },
        new("An image that is no web address is left out", static scene => scene.Feed(Rss.Feed("<item><title>Stuk</title><link>https://bron.example/1</link><enclosure url=\"javascript:alert(1)\" type=\"image/png\" length=\"1\"/></item>")), HarvestOutcome.Harvested, OneNew)
            { Stored = static articles => Assert.Null(Assert.Single(articles).ImageUrl) },
    ];

    private static IEnumerable<HostileCase> Robots =>
    [
        new("A robots.txt without end counts as far as is sane", static scene => PageWithRobots(scene, async context =>
            {
                await context.Response.WriteAsync("User-agent: *\nDisallow: /dicht\n", context.RequestAborted);
                await HostileServers.ForEverAsync(context.Response.Body, "", Encoding.ASCII.GetBytes("# niets\n" + new string('#', 65_000)), TimeSpan.Zero, context.RequestAborted);
            }), HarvestOutcome.Disallowed, "robots.txt van deze site vraagt om hier niet te komen.") { Format = SourceFormat.Page },
        new("A robots.txt that leads inside counts as none", static scene => PageWithRobots(scene, context =>
            {
                context.Response.Redirect(scene.Inside.Url("/"));
                return Task.CompletedTask;
            }), HarvestOutcome.Harvested, "6 nieuwe stukken.") { Format = SourceFormat.Page, Stored = static articles => Assert.Equal(6, articles.Count) },
        new("A robots.txt that drips keeps us away", static scene => PageWithRobots(scene, static context =>
            HostileServers.ForEverAsync(context.Response.Body, "", "#"u8.ToArray(), TimeSpan.FromMilliseconds(50), context.RequestAborted)),
            HarvestOutcome.Disallowed, "robots.txt van deze site is niet te lezen, dus we komen er nu niet. De server deed er te lang over.") { Format = SourceFormat.Page, Settings = [("TimeoutSeconds", "5")] },
        new("A robots.txt that is a bomb keeps us out of nothing", static scene => PageWithRobots(scene, static async context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(GZipBomb(), context.RequestAborted);
            }), HarvestOutcome.Harvested, "6 nieuwe stukken.") { Format = SourceFormat.Page, Stored = static articles => Assert.Equal(6, articles.Count) },
    ];

    private static IEnumerable<HostileCase> Lists =>
    [
        new("A sitemap index that names itself is read once", static scene => Served(scene, "/sitemap.xml", SitemapIndex(scene.Web.Url("/sitemap.xml"), scene.Web.Url("/sitemap.xml?2"))), HarvestOutcome.Unchanged, ".") { Format = SourceFormat.Sitemap },
        new("A sitemap index of fifty thousand files is read over many harvests", static scene => Served(scene, "/sitemap.xml", SitemapIndex(Enumerable.Range(0, 50_000).Select(number => scene.Web.Url($"/deel/{number}")))), HarvestOutcome.Unchanged, "Er staan nog meer adressen in de sitemap") { Format = SourceFormat.Sitemap },
        new("A sitemap that names servers inside names nothing", static scene => Served(scene, "/sitemap.xml", Sitemap(scene.Inside.Url("/"), "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd")), HarvestOutcome.Unchanged, ".") { Format = SourceFormat.Sitemap },
        new("A page of a hundred thousand nested elements is passed over", static scene =>
            {
                scene.Web.Serve("/diep", ArticlePage("Diep", Nested("div", 100_000, "diep")));
                scene.Web.Serve("/goed", ArticlePage("Goed", ""));
                return Served(scene, "/sitemap.xml", Sitemap(scene.Web.Url("/diep"), scene.Web.Url("/goed")));
            }, HarvestOutcome.Unchanged, "2 stukken volgen") { Format = SourceFormat.Sitemap, Stored = static articles => Assert.Contains(articles, static article => article.Title == "Goed") },
        new("A page behind a list that leads inside is passed over", static scene =>
            {
                scene.Web.Redirect("/lek", 302, scene.Inside.Url("/"));
                return Served(scene, "/sitemap.xml", Sitemap(scene.Web.Url("/lek")));
            }, HarvestOutcome.Unchanged, "1 stuk volgt") { Format = SourceFormat.Sitemap, PageSays = "ligt niet op het openbare internet" },
        new("A list of pages without end is read so far", static scene =>
            {
                scene.Web.Map("/lijst", static context => context.Response.WriteAsync(ListPage(int.Parse("0" + context.Request.Query["p"], CultureInfo.InvariantCulture)), context.RequestAborted));
                return scene.Web.Url("/lijst");
            }, HarvestOutcome.Harvested, "30 nieuwe stukken.") { Format = SourceFormat.Page, Stored = static articles => Assert.Equal(30, articles.Count) },
        new("A resumption token that never changes is given up", static scene =>
            {
                scene.Web.Map("/oai", static context => context.Response.WriteAsync(Oai(OaiRecord(1), "steeds"), context.RequestAborted));
                return scene.Web.Url("/oai");
            }, HarvestOutcome.Unreadable, "Het archief geeft steeds dezelfde bladzijde terug") { Format = SourceFormat.OaiPmh, Stored = static articles => Assert.Single(articles) },
        new("Resumption tokens without end are followed so far", static scene =>
            {
                var page = 0;
                scene.Web.Map("/oai", context => context.Response.WriteAsync(Oai(OaiRecord(Interlocked.Increment(ref page)), $"t{page}"), context.RequestAborted));
                return scene.Web.Url("/oai");
            }, HarvestOutcome.Harvested, "Het archief heeft nog meer; dat volgt bij de volgende keren.") { Format = SourceFormat.OaiPmh, Stored = static articles => Assert.InRange(articles.Count, 18, 22) },
        new("A resumption token of a megabyte is not followed", static scene =>
            {
                scene.Web.Map("/oai", static context => context.Response.WriteAsync(Oai(OaiRecord(1), new string('t', 1_000_000)), context.RequestAborted));
                return scene.Web.Url("/oai");
            }, HarvestOutcome.Harvested, "De bladwijzer naar de volgende bladzijde is onzinnig lang.") { Format = SourceFormat.OaiPmh, Stored = static articles => Assert.Single(articles) },
        new("An event that repeats every second is no event that we can show", static scene => Served(scene, "/agenda.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Spreekuur\r\nDTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "text/calendar"), HarvestOutcome.Unchanged, "Eén activiteit is al lang voorbij en is overgeslagen.") { Format = SourceFormat.Calendar },
    ];

    private static string Raw(HostileScene scene, string latin1) => scene.Bytes($"{Ok}\r\n{latin1}");

    private static string Served(HostileScene scene, string path, string body, string type = "application/xml")
    {
        scene.Web.Serve(path, body, type);
        return scene.Web.Url(path);
    }

    private static string PageWithRobots(HostileScene scene, RequestDelegate robots)
    {
        scene.Web.Map("/robots.txt", robots);
        scene.Web.Serve("/dicht", ListPage(0));
        return scene.Web.Url("/dicht");
    }

    private static string ListPage(int page)
    {
        var links = Enumerable.Range(page * 6, 6).Select(static number => $"<article><h2><a href=\"/nieuws/stuk-{number}\">Een duidelijke kop over stuk {number}</a></h2><p>Een regel eronder.</p></article>");
        return $"<!doctype html><html lang=\"nl\"><body><main><h1>Nieuws</h1>{string.Concat(links)}</main><a rel=\"next\" href=\"/lijst?p={page + 1}\">Volgende</a></body></html>";
    }
}
