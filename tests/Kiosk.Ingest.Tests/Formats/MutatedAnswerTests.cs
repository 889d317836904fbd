using System.Diagnostics;
using System.Text;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Calendar;
using Kiosk.Ingest.Formats.Dspace;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Formats.Pages;
using Kiosk.Ingest.Formats.Rechtspraak;
using Kiosk.Ingest.Formats.Sitemaps;
using Kiosk.Ingest.Formats.TweedeKamer;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Formats;

/// <summary>Whatever a source sends, each reader answers with items or a problem, in reasonable time.</summary>
public sealed class MutatedAnswerTests
{
    private const int Mutations = 150;
    private const int Many = 300_000;

    private static readonly Uri Address = new("https://www.loket.example/oai?max=2&page=0");
    private static readonly DateTimeOffset Now = Fixture.Utc("2026-11-20T08:00:00");

    private static readonly byte[][] Splices =
    [
        "<"u8.ToArray(), ">"u8.ToArray(), "&"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(), "null"u8.ToArray(), "-1"u8.ToArray(), "99999999999999999999"u8.ToArray(),
        "\\ud800"u8.ToArray(), "<![CDATA["u8.ToArray(), "<!--"u8.ToArray(), "<!DOCTYPE a ["u8.ToArray(), "&#xD800;"u8.ToArray(), [0], [0xFF, 0xFE], [0xC3], "\r\n"u8.ToArray(), "://"u8.ToArray(),
        "href='//'"u8.ToArray(), "<article>"u8.ToArray(), "</ul>"u8.ToArray(), "T240000Z"u8.ToArray(), "RRULE:FREQ=DAILY;COUNT=999999\r\n"u8.ToArray(),
    ];

    private static readonly string[] Files =
    [
        "Sitemaps/index.xml", "Sitemaps/nieuws.xml", "Sitemaps/slordig.xml", "Pages/kaarten.html", "Pages/lijst.html", "OaiPmh/dublin-core.xml", "OaiPmh/didl-mods.xml", "OaiPmh/identify.xml",
        "Dspace/zoek.json", "TweedeKamer/documenten.json", "Rechtspraak/index.xml", "Rechtspraak/uitspraak.xml", "Calendar/agenda.ics", "Calendar/agenda.html",
    ];

    private static readonly Dictionary<string, string> Attacks = new()
    {
        ["nesting"] = Repeat("<div>", Many),
        ["nested lists of links"] = "<html><body>" + Repeat("<ul><li><a href='/nieuws/een-twee-drie'>", 20_000),
        ["links"] = "<html><body>" + Repeat("<h2><a href='/nieuws/een-twee-drie'>Een lang bericht over geld</a></h2>", 50_000),
        ["json objects"] = Repeat("{\"_embedded\":", Many),
        ["json lists"] = "{\"value\":[" + Repeat("{\"Onderwerp\":\"x\"},", Many / 3) + "{}]}",
        ["records"] = "<OAI-PMH><ListRecords>" + Repeat("<record><metadata><dc><title>x</title></dc></metadata></record>", Many / 6),
        ["sitemap entries"] = "<urlset>" + Repeat("<url><loc>https://www.loket.example/a</loc></url>", Many / 3),
        ["sitemap nesting"] = "<urlset>" + Repeat("<url>", Many),
        ["events"] = "BEGIN:VCALENDAR\n" + Repeat("BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20200101T100000\nRRULE:FREQ=DAILY;COUNT=100000\nEND:VEVENT\n", 3_000),
        ["folded lines"] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n" + Repeat(" y\n", Many),
        ["zones"] = "BEGIN:VCALENDAR\n" + Repeat("BEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nTZOFFSETTO:+0137\nEND:STANDARD\nEND:VTIMEZONE\n", 20_000),
        ["paragraphs in paragraphs"] = "<open-rechtspraak><uitspraak id='ECLI:NL:HR:2026:1'>" + Repeat("<para>x", 50_000),
        ["digits"] = Repeat("1", Many),
        ["entities"] = "<!DOCTYPE a [<!ENTITY a \"" + Repeat("b", 1_000) + "\"><!ENTITY c \"" + Repeat("&a;", 1_000) + "\">]><OAI-PMH><ListRecords>" + Repeat("&c;", 10_000),
        ["scripts"] = "<html>" + Repeat("<script type=application/ld+json>{\"@graph\":[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]}</script>", 10_000),
    };

    public static TheoryData<string> FileNames => [.. Files];

    public static TheoryData<string> AttackNames => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void No_mutation_throws_or_yields_more_than_it_holds(string name)
    {
        var original = Fixture.Bytes(name);
        var random = new Random(20261121);
        for (var round = 0; round < Mutations; round++)
        {
            var body = Mutated(original, random);
            foreach (var (items, problem) in ReadAll(body, others: round % 25 == 0 ? "" : name))
            {
                Assert.True(problem is null || items.Count == 0, $"round {round}: {problem}");
                Assert.True(items.Count <= body.Length / 3, $"round {round}");
                Assert.All(items, Whole);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void An_attack_costs_every_reader_little(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Attacks[name]);
        var watch = Stopwatch.StartNew();
        foreach (var (items, problem) in ReadAll(bytes, others: ""))
        {
            Assert.True(problem is null || items.Count == 0);
            Assert.True(items.Count <= SitemapReader.MostUrls);
            Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
            watch.Restart();
        }
    }

    /// <summary>All readers, or those of one folder.</summary>
    private static IEnumerable<(IReadOnlyList<Item> Items, string? Problem)> ReadAll(byte[] body, string others)
    {
        bool Reads(string folder) => others.Length == 0 || others.StartsWith(folder, StringComparison.Ordinal);
        if (Reads("Sitemaps") && SitemapReader.Read(body, null, Address) is var sitemap)
            yield return (sitemap.Items, sitemap.Problem);
        if (Reads("Pages") && PageReader.Read(body, null, Address) is var page)
            yield return (page.Items, page.Problem);
        if (Reads("Pages") && SiteDiscovery.Find(Encoding.Latin1.GetString(body), Address).Count >= 0 && PageReader.Read(body, null, Address, "li a, h2") is var selected)
            yield return (selected.Items, selected.Problem);
        if (Reads("OaiPmh") && OaiReader.Read(body, null, Address) is var oai)
            yield return (oai.Items, oai.Problem);
        if (Reads("Dspace") && DspaceReader.Read(body, null, Address) is var dspace)
            yield return (dspace.Items, dspace.Problem);
        if (Reads("TweedeKamer") && TweedeKamerReader.Read(body, null, Address) is var papers)
            yield return (papers.Items, papers.Problem);
        if (Reads("Rechtspraak") && RechtspraakIndex.Read(body, null, Address) is var index)
            yield return (index.Items, index.Problem);
        if (Reads("Rechtspraak") && RulingReader.Read(body, null, Address) is var ruling)
            yield return (ruling.Item is null ? [] : [ruling.Item], ruling.Problem);
        if (Reads("Calendar") && CalendarReader.Read(body, null, Address, Now) is var calendar)
            yield return (calendar.Items, calendar.Problem);
    }

    private static void Whole(Item item)
    {
        foreach (var text in new[] { item.Id, item.Title, item.Link, item.Summary, item.Content, item.Image, item.Language, item.Document, item.Type, item.Event?.Place }.Concat(item.Authors).Concat(item.Categories).Concat(item.Identifiers))
            Assert.True(text is null || !string.IsNullOrWhiteSpace(text));
        foreach (var address in new[] { item.Link, item.Document, item.Event?.Registration })
            Assert.True(address is null || address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !address.Contains(':', StringComparison.Ordinal), address);
    }

    private static byte[] Mutated(byte[] original, Random random)
    {
        var body = original.ToList();
        for (var changes = random.Next(1, 8); changes > 0 && body.Count > 1; changes--)
        {
            var place = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0:
                    body[place] = (byte)random.Next(256);
                    break;
                case 1:
                    body.RemoveRange(place, Math.Min(random.Next(1, 60), body.Count - place));
                    break;
                case 2:
                    body.InsertRange(place, Splices[random.Next(Splices.Length)]);
                    break;
                case 3:
                    body.InsertRange(place, body.GetRange(Math.Max(0, place - 80), Math.Min(80, place)));
                    break;
                default:
                    if (random.Next(4) == 0)
                        body.RemoveRange(place, body.Count - place);
                    break;
            }
        }
        return [.. body];
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
