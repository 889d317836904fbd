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
        Assert.Equal(["In orde", "Nieuws", "vandaag om 8.40 uur", "vandaag om 10.00 uur", "Fragment", "1"],
            row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task A_broken_source_explains_itself_in_a_sentence()
    {
        await using var kiosk = await TestKiosk.StartAsync(Fill);

        var page = await kiosk.PageAsync("/bronnen");

        Assert.Contains("Eén bron vraagt aandacht", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Het adres bestaat niet meer. Vijf pogingen", page.QuerySelector("tr.reason.bad")!.TextContent, StringComparison.Ordinal);
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
        Assert.Contains("kiosk harvest --source weg", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
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

        Assert.True(health.Tone == "good" || health.Sentence is { Length: > 10 });
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
