using Kiosk.Data;
using Kiosk.Web.Pages.Bronnen;

namespace Kiosk.Web.Tests.Pages;

public sealed class BronnenTests
{
    [Fact]
    public async Task Every_source_says_how_it_is_doing_and_what_it_brought()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);

        var page = await kiosk.PageAsync("/bronnen");

        var row = page.QuerySelectorAll(".ledger tbody tr").First(row => row.TextContent.Contains("Gezond", StringComparison.Ordinal));
        Assert.Equal(["In orde", "", "vandaag om 8.40 uur", "vandaag om 10.00 uur", "Fragment", "1"],
            row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("Het laatste halfjaar 0 tot 1 stuk per week, de laatste week 1.", row.QuerySelector("svg.spark")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_broken_source_explains_itself_in_a_sentence()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);

        var page = await kiosk.PageAsync("/bronnen");

        Assert.Contains("Eén bron vraagt aandacht", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het adres bestaat niet meer. Zoek op de site het nieuwe adres en vul dat in bij deze bron. Vijf pogingen", page.QuerySelector("tr.reason.bad")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_gone_for_good_says_so_and_what_to_do()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var gone = Seeds.Source("weg");
            (gone.RetiredAt, gone.LastOutcome, gone.FailureCount) = (TestKiosk.Now.AddDays(-2), HarvestOutcome.Gone, 1);
            db.Sources.Add(gone);
        });

        var page = await kiosk.PageAsync("/bron/weg");

        Assert.Equal("Opgeheven", page.QuerySelector(".badge.warn")!.TextContent);
        Assert.Contains("De site zei op 18 november 2026 dat dit adres voorgoed weg is.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hervat de bron", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niet, de bron is opgeheven", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_has_failed_for_weeks_says_since_when()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var broken = Seeds.Source("stuk");
            (broken.LastOutcome, broken.FailureCount, broken.FailingSince, broken.LastMessage) = (HarvestOutcome.Unreachable, 20, TestKiosk.Now.AddDays(-19), "De server neemt geen verbinding aan.");
            db.Sources.Add(broken);
        });

        var page = await kiosk.PageAsync("/bron/stuk");

        Assert.Contains("De server neemt geen verbinding aan. Dat is al zo sinds 1 november 2026.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_source_lists_its_articles_and_its_last_visits()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);

        var page = await kiosk.PageAsync("/bron/gezond");

        Assert.Equal("Gezond", page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll(".hit"));
        Assert.Equal(["Nieuwste bezoek.", "Ouder bezoek."], page.QuerySelectorAll(".visits li p:last-child").Select(line => line.TextContent));
    }

    [Fact]
    public async Task While_sources_wait_for_their_first_visit_the_page_shows_progress()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Fill(db);
            var waiting = Seeds.Source("wacht");
            (waiting.LastCheckedAt, waiting.LastOutcome, waiting.LastSuccessAt) = (null, HarvestOutcome.None, null);
            db.Sources.Add(waiting);
        });

        var page = await kiosk.PageAsync("/bronnen");

        Assert.Equal("2 van 3 bronnen bekeken", page.QuerySelector("#bezig-tekst")!.TextContent);
        Assert.NotNull(page.QuerySelector(".following"));
    }

    [Theory]
    [InlineData("", "Gezond Stuk Uit")]
    [InlineData("?toon=aandacht", "Stuk")]
    [InlineData("?toon=uit", "Uit")]
    [InlineData("?toon=pauze", "Rust")]
    [InlineData("?toon=onzin&sorteer=onzin&pagina=onzin", "Gezond Stuk Uit")]
    [InlineData("?sorteer=toestand", "Stuk Gezond")]
    [InlineData("?sorteer=stukken", "Gezond Stuk")]
    [InlineData("?zoek=ezon", "Gezond")]
    public async Task The_list_shows_what_is_asked_in_the_order_that_is_asked(string query, string inThisOrder)
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Fill(db);
            var (off, paused) = (Seeds.Source("uit", name: "Uit"), Seeds.Source("rust", name: "Rust"));
            (off.Enabled, paused.PausedAt, paused.PausedBy, paused.PauseReason) = (false, TestKiosk.Now, "Joost", "verbouwing");
            db.Sources.AddRange(off, paused);
        });
        var names = (await kiosk.PageAsync("/bronnen" + query)).QuerySelectorAll(".ledger .source-name a").Select(link => link.TextContent).ToList();
        Assert.Equal(inThisOrder.Split(' '), names.Where(name => inThisOrder.Contains(name, StringComparison.Ordinal)));
        Assert.True(query is not ("?toon=aandacht" or "?toon=uit" or "?toon=pauze" or "?zoek=ezon") || names.Count == 1);
    }

    [Fact]
    public async Task A_paused_source_says_who_paused_it_when_and_why()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            var paused = Seeds.Source("rust", name: "Rust");
            (paused.PausedAt, paused.PausedBy, paused.PauseReason) = (TestKiosk.Now, "Joost", "verbouwing");
            db.Sources.Add(paused);
        });
        var page = await kiosk.PageAsync("/bron/rust");
        Assert.Equal("Pauze", page.QuerySelector(".page-head .badge")!.TextContent);
        Assert.Contains("Gepauzeerd door Joost op 20 november 2026: verbouwing", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("niet, de bron is gepauzeerd", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_many_sources_has_pages()
    {
        await using var kiosk = await TestKiosk.StartAsync(db => db.Sources.AddRange(Enumerable.Range(100, 120).Select(number => Seeds.Source($"bron-{number}"))));
        var page = await kiosk.PageAsync("/bronnen?pagina=3&zoek=bron");
        Assert.Equal(20, page.QuerySelectorAll(".ledger .source-name").Length);
        Assert.Equal("/bronnen?zoek=bron&pagina=2", page.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_feeds_can_be_taken_along_as_opml()
    {
        await using var kiosk = await TestKiosk.StartAsync(db =>
        {
            Fill(db);
            var map = Seeds.Source("kaart");
            map.Format = SourceFormat.Sitemap;
            db.Sources.Add(map);
        });
        using var response = await kiosk.GetAsync("/bronnen.opml");
        Assert.Equal("text/x-opml", response.Content.Headers.ContentType!.MediaType);
        var feeds = Kiosk.Ingest.Formats.Opml.OpmlReader.Read(await response.Content.ReadAsByteArrayAsync()).Feeds;
        Assert.Equal(["https://gezond.example/feed", "https://stuk.example/feed"], feeds.Select(feed => feed.Url));
    }

    [Theory]
    [InlineData(HarvestOutcome.NotModified, 0, "In orde", "good")]
    [InlineData(HarvestOutcome.TimedOut, 1, "Hapert", "warn")]
    [InlineData(HarvestOutcome.TimedOut, 3, "Werkt niet", "bad")]
    [InlineData(HarvestOutcome.None, 0, "Wacht", "")]
    public void Health_is_a_word(HarvestOutcome outcome, int failures, string word, string tone)
    {
        var health = SourceHealth.Of(Row(outcome, failures), TestKiosk.Now);

        Assert.Equal((word, tone), (health.Word, health.Tone));
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_failure_has_a_sentence_of_its_own_when_the_source_left_none(HarvestOutcome outcome)
    {
        var health = SourceHealth.Of(Row(outcome, 1), TestKiosk.Now);

        Assert.True(health.Tone is "good" or "" || health is { Sentence.Length: > 10, Remedy.Length: > 10 });
        Assert.NotEmpty(SourceHealth.Of(outcome).Word);
    }

    public static TheoryData<HarvestOutcome> Outcomes => new(Enum.GetValues<HarvestOutcome>());

    private static void Fill(KioskDb db)
    {
        var healthy = Seeds.Source("gezond", name: "Gezond");
        var broken = Seeds.Source("stuk", name: "Stuk");
        (broken.LastOutcome, broken.LastMessage, broken.FailureCount) = (HarvestOutcome.Gone, "Het adres bestaat niet meer.", 5);
        db.Sources.Add(broken);
        db.Articles.Add(Seeds.Article(healthy, "Een stuk"));
        foreach (var (hours, message) in new[] { (2, "Ouder bezoek."), (1, "Nieuwste bezoek.") })
            db.HarvestRuns.Add(new HarvestRun { Source = healthy, StartedAt = TestKiosk.Now.AddHours(-hours), FinishedAt = TestKiosk.Now, Outcome = HarvestOutcome.Harvested, Message = message });
    }

    private static SourceRow Row(HarvestOutcome outcome, int failures) => new()
    {
        Id = 1,
        Slug = "bron",
        Name = "Bron",
        Url = "https://bron.example/",
        SiteUrl = null,
        Kind = ArticleKind.Nieuws,
        Rights = Rights.Excerpt,
        EveryMinutes = 60,
        Enabled = true,
        Note = null,
        NextCheckAt = TestKiosk.Now,
        LeaseUntil = null,
        FailureCount = failures,
        FailingSince = null,
        RetiredAt = null,
        LastCheckedAt = TestKiosk.Now,
        LastSuccessAt = null,
        LastOutcome = outcome,
        LastMessage = null,
    };
}
