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

/// <summary>However a source attacks, each reader answers with items or a problem, in reasonable time.</summary>
public sealed class AnswerAttackTests
{
    private const int Many = 300_000;

    private static readonly Uri Address = new("https://www.loket.example/oai?max=2&page=0");
    private static readonly DateTimeOffset Now = Fixture.Utc("2026-11-20T08:00:00");

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

    public static TheoryData<string> AttackNames => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void An_attack_costs_every_reader_little(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Attacks[name]);
        var watch = Stopwatch.StartNew();
        foreach (var (items, problem) in ReadAll(bytes))
        {
            Assert.True(problem is null || items.Count == 0);
            Assert.True(items.Count <= SitemapReader.MostUrls);
            Assert.True(watch.Elapsed < Hang.After, $"took {watch.Elapsed}");
            watch.Restart();
        }
    }

    private static IEnumerable<(IReadOnlyList<Item> Items, string? Problem)> ReadAll(byte[] body)
    {
        if (SitemapReader.Read(body, null, Address) is var sitemap)
            yield return (sitemap.Items, sitemap.Problem);
        if (PageReader.Read(body, null, Address) is var page)
            yield return (page.Items, page.Problem);
        if (SiteDiscovery.Find(Encoding.Latin1.GetString(body), Address).Count >= 0 && PageReader.Read(body, null, Address, "li a, h2") is var selected)
            yield return (selected.Items, selected.Problem);
        if (OaiReader.Read(body, null, Address) is var oai)
            yield return (oai.Items, oai.Problem);
        if (DspaceReader.Read(body, null, Address) is var dspace)
            yield return (dspace.Items, dspace.Problem);
        if (TweedeKamerReader.Read(body, null, Address) is var papers)
            yield return (papers.Items, papers.Problem);
        if (RechtspraakIndex.Read(body, null, Address) is var index)
            yield return (index.Items, index.Problem);
        if (RulingReader.Read(body, null, Address) is var ruling)
            yield return (ruling.Item is null ? [] : [ruling.Item], ruling.Problem);
        if (CalendarReader.Read(body, null, Address, Now) is var calendar)
            yield return (calendar.Items, calendar.Problem);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
