using System.IO.Compression;
using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Harvesting.Pages;
using Kiosk.Ingest.Reports;
using Kiosk.Ingest.Tests.Reports;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting.Pages;

/// <summary>Reports in PDF, through the real pipeline.</summary>
public sealed class ReportHarvestTests
{
    private static readonly Dictionary<string, Func<byte[]>> Attacks = new()
    {
        ["cut off"] = static () => Report().Bytes()[..600],
        ["only a header"] = static () => "%PDF-1.7"u8.ToArray(),
        ["behind a password"] = Locked,
        ["a stream that unpacks to half a gigabyte"] = static () => TinyPdf.Of("Vooraf").Stream(11, "/Filter /FlateDecode", Bomb()).Bytes(),
        ["a page listed half a million times"] = static () => TinyPdf.Of("Steeds dezelfde bladzijde.").Tree(Enumerable.Repeat(10, 500_000)).Bytes(),
        ["a scan"] = static () => TinyPdf.Of("", "").Bytes(),
        ["no pages"] = static () => TinyPdf.Of().Bytes(),
        ["a web page"] = static () => "<!doctype html><html><body><h1>Niet gevonden</h1></body></html>"u8.ToArray(),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_link_to_a_report_becomes_its_text_with_the_places_of_its_pages(StorageKind kind)
    {
        await using var bench = await StartAsync(kind);
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Jaarbericht", bench.Server.Url("/bericht.pdf"), text: "Het bericht over dit jaar.", date: null)), Rss.Type);
        bench.Server.Serve("/bericht.pdf", Report().Bytes(), "application/pdf");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(new PageTally(1, 0), await bench.ReadPagesAsync());
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Jaarbericht", "Het bericht over dit jaar."), (article.Title, article.Lead));
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal(2, article.PageStarts.Count);
        Assert.StartsWith("Op bladzijde twee", article.BodyText[article.PageStarts[1]..], StringComparison.Ordinal);
        Assert.Equal("<p>Vroegsignalering in kaart</p><p>Gemeenten bieden steeds vaker hulp aan &lt;script&gt;.</p><p>Op bladzijde twee staat wat bewoners ervan vinden.</p>", article.BodyHtml);
        Assert.Equal(bench.Server.Url("/bericht.pdf"), article.DocumentUrl);
    }

    [Fact]
    public async Task A_report_beside_a_landing_page_is_read_and_the_landing_page_stays_the_address()
    {
        await using var bench = await StartAsync();
        var item = Rss.Item("Onderzoek", bench.Server.Url("/onderzoek"), text: "Kort gezegd.").Replace("</item>", $"<enclosure url=\"{bench.Server.Url("/bestand/7")}\" type=\"application/pdf\"/></item>", StringComparison.Ordinal);
        bench.Server.Serve("/feed.xml", Rss.Feed(item), Rss.Type);
        bench.Server.Serve("/bestand/7", Report().Bytes(), "application/octet-stream");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((bench.Server.Url("/onderzoek"), bench.Server.Url("/bestand/7"), 2), (article.Url, article.DocumentUrl, article.PageStarts.Count));
        Assert.Equal(0, bench.Server.Count("/onderzoek"));
    }

    [Fact]
    public async Task An_address_that_turns_out_to_be_a_report_is_read_as_one()
    {
        await using var bench = await StartAsync();
        bench.Server.Serve("/sitemap.xml", Site.Sitemap(bench.Server.Url("/download?id=7"), bench.Server.Url("/rapporten/Twee.PDF")), "application/xml");
        bench.Server.Serve("/download", Report().Bytes(), "application/pdf");
        bench.Server.Serve("/rapporten/Twee.PDF", TinyPdf.Of("Een tweede rapport, over beslag.").Info("Beslag in cijfers", "D:20260401").Bytes(), "application/pdf");
        await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        Assert.Equal(["Beslag in cijfers", "Vroegsignalering in kaart"], (await bench.ArticlesAsync()).Select(article => article.Title).Order());
    }

    [Fact]
    public async Task Without_the_program_a_report_is_listed_and_read_once_it_is_installed()
    {
        var programs = Directory.CreateTempSubdirectory("kiosk-programs").FullName;
        try
        {
            await using var bench = await StartAsync(pdfPrograms: programs);
            bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Jaarbericht", bench.Server.Url("/bericht.pdf"), text: "Het bericht.")), Rss.Type);
            bench.Server.Serve("/sitemap.xml", Site.Sitemap(bench.Server.Url("/naamloos.pdf")), "application/xml");
            foreach (var path in new[] { "/bericht.pdf", "/naamloos.pdf" })
                bench.Server.Serve(path, Report().Bytes(), "application/pdf");
            await bench.AddSourceAsync("/feed.xml");
            await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
            await bench.HarvestAsync();
            for (var round = 0; round < 20; round++)
                await bench.ReadPagesAsync(TimeSpan.FromDays(1));
            Assert.Equal("Het bericht.", Assert.Single(await bench.ArticlesAsync()).BodyText);
            Assert.All(await bench.PagesAsync(), page => Assert.Equal((PageState.NeedsProgram, PdfReader.Missing, 0), (page.State, page.Message, page.Attempts)));
            Assert.Equal(0, bench.Server.Count("/bericht.pdf"));

            foreach (var program in new[] { "pdftotext", "pdfinfo" })
                File.CreateSymbolicLink(Path.Combine(programs, program), Path.Combine("/usr/bin", program));
            Assert.Equal(new PageTally(2, 0), await bench.ReadPagesAsync());
            Assert.All(await bench.ArticlesAsync(), article => Assert.Equal(2, article.PageStarts.Count));
            Assert.Equal(2, (await bench.ArticlesAsync()).Count);
        }
        finally
        {
            Directory.Delete(programs, recursive: true);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_hostile_report_costs_the_next_source_nothing_and_the_reason_is_said(string name)
    {
        await using var bench = await StartAsync();
        bench.Server.Serve("/a.xml", Rss.Feed(Rss.Item("Kwaad rapport", bench.Server.Url("/kwaad.pdf"), text: "De samenvatting.")), Rss.Type);
        bench.Server.Serve("/kwaad.pdf", Attacks[name](), "application/pdf");
        bench.Server.Serve("/b.xml", Rss.Feed(Rss.Item("Goed rapport", bench.Server.Url("/goed.pdf"))), Rss.Type);
        bench.Server.Serve("/goed.pdf", Report().Bytes(), "application/pdf");
        await bench.AddSourceAsync("/a.xml");
        await bench.AddSourceAsync("/b.xml");
        await bench.HarvestAsync();
        await bench.ReadPagesAsync();
        var articles = await bench.ArticlesAsync();
        Assert.Contains("bladzijde twee", articles.Single(article => article.Title == "Goed rapport").BodyText, StringComparison.Ordinal);
        var bad = articles.Single(article => article.Title == "Kwaad rapport");
        var page = (await bench.PagesAsync()).SingleOrDefault();
        // A file that still gives some text within the limits is as good as another.
        Assert.True(page is { State: PageState.Retrying, Message.Length: > 20 } || bad.PageStarts.Count > 0, page?.Message);
        Assert.True(page is not null || name is "a stream that unpacks to half a gigabyte" or "a page listed half a million times", name);
        Assert.EndsWith(".", page?.Message ?? ".", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_a_report_is_not_run_and_not_shown()
    {
        await using var bench = await StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Met script", bench.Server.Url("/js.pdf"))), Rss.Type);
        var pdf = Report().Add(20, "<< /S /JavaScript /JS (app.alert\\('kwaad'\\);) >>").Add(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction 20 0 R >>");
        bench.Server.Serve("/js.pdf", pdf.Bytes(), "application/pdf");
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(new PageTally(1, 0), await bench.ReadPagesAsync());
        Assert.DoesNotContain("kwaad", Assert.Single(await bench.ArticlesAsync()).BodyHtml, StringComparison.Ordinal);
    }

    private static async Task<HarvestBench> StartAsync(StorageKind kind = StorageKind.Sqlite, string? pdfPrograms = null)
    {
        Assert.SkipUnless(new PdfReader(new PdfLimits(), TimeProvider.System).IsAvailable, "pdftotext is not here: install poppler-utils.");
        return await HarvestBench.StartAsync(kind, pdfPrograms);
    }

    private static TinyPdf Report() => TinyPdf.Of(
        "Vroegsignalering in kaart\n\nGemeenten bieden steeds vaker hulp aan <script>.", "Op bladzijde twee staat wat bewoners ervan vinden.")
        .Info("Vroegsignalering in kaart", "D:20260312090000+01'00'");

    private static byte[] Locked()
    {
        var pdf = TinyPdf.Of("Geheim").Add(5, $"<< /Filter /Standard /V 1 /R 2 /O <{new string('1', 64)}> /U <{new string('2', 64)}> /P -4 >>");
        pdf.Trailer += " /Encrypt 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";
        return pdf.Bytes();
    }

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (var megabyte = 0; megabyte < 500; megabyte++)
                zlib.Write(blanks);
        }

        return packed.ToArray();
    }
}
