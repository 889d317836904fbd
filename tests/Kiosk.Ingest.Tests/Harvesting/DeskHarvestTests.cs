using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>What editors decide holds against what sources bring.</summary>
public sealed class DeskHarvestTests
{
    private const string Text = "Gemeenten bellen voortaan binnen drie werkdagen na een aanmelding, en vragen wat er deze week moet gebeuren. In zes wijken bleek dat de opkomst bij het eerste gesprek daardoor hoger is dan met een brief. De eindmeting volgt in het voorjaar van volgend jaar. Tot die tijd delen de teams hun belscript met iedereen die het ook wil proberen in de eigen gemeente of wijk.";

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_correction_stands_and_what_the_source_says_is_kept_beside_it(StorageKind kind)
    {
        await using var bench = await HarvestBench.StartAsync(kind);
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Kop met fuot", "https://bron.example/1")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        await using (var db = bench.Archive.Open())
            Assert.Equal(WorkOutcome.Done, await ArticleCorrecting.CorrectAsync(db, Marit(bench), Ref(article), new Dictionary<CorrectedField, string?> { [CorrectedField.Title] = "Kop zonder fout" }));

        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Andere kop van de bron", "https://bron.example/1")), Rss.Type);
        Assert.Equal(1, (await bench.HarvestOneAsync()).Tally.Changed);

        await using var after = bench.Archive.Open();
        var stored = await after.Articles.Include(one => one.Corrections).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Kop zonder fout", "Andere kop van de bron"), (stored.Title, Assert.Single(stored.Corrections).SourceValue));
        await ArticleCorrecting.CorrectAsync(after, Marit(bench), new ArticleRef(stored.Id, stored.Version), new Dictionary<CorrectedField, string?> { [CorrectedField.Title] = null });
        Assert.Equal("Andere kop van de bron", Assert.Single(await bench.ArticlesAsync()).Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_editor_took_away_does_not_come_back_under_any_address(bool withdrawn)
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Bellen na de aanmelding", "https://bron.example/1", text: Text)), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        await using (var db = bench.Archive.Open())
        {
            Assert.Equal(WorkOutcome.Done, withdrawn
                ? await ArticleStanding.WithdrawAsync(db, Marit(bench), Ref(article), "Op verzoek van de bron.")
                : await ArticleStanding.HideAsync(db, Marit(bench), Ref(article)));
        }

        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Bellen na de aanmelding, herzien", "https://bron.example/1", text: Text + " Herzien."), Rss.Item("Bellen na de aanmelding", "https://bron.example/nieuw-adres", text: Text)), Rss.Type);
        await bench.HarvestAsync(TimeSpan.FromDays(60));

        var stored = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((withdrawn ? ArticleState.Withdrawn : ArticleState.Hidden, "Bellen na de aanmelding"), (stored.State, stored.Title));
        Assert.Contains(stored.Aliases, alias => alias.Name.Contains("nieuw-adres", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_reviewed_source_brings_waits_until_an_editor_or_another_source_lets_it_through()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/traag.xml", Rss.Feed(Rss.Item("Bellen na de aanmelding", "https://traag.example/1", text: Text)), Rss.Type);
        bench.Server.Serve("/vlot.xml", Rss.Feed(Rss.Item("Bellen na de aanmelding", "https://vlot.example/1", text: Text)), Rss.Type);
        await bench.AddSourceAsync("/traag.xml", source => source.Reviewed = true);
        await bench.HarvestAsync();
        var waiting = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((ArticleState.Waiting, true), (waiting.State, waiting.InboxAt is not null));

        var other = await bench.AddSourceAsync("/vlot.xml");
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal((ArticleState.Visible, other.Id), (article.State, article.SourceId));
    }

    [Fact]
    public async Task Only_news_comes_into_the_inbox_not_the_past_of_a_new_source()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Nieuw stuk", "https://bron.example/1")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.NotNull(Assert.Single(await bench.ArticlesAsync()).InboxAt);

        await bench.AddSourceAsync("/oud.xml");
        bench.Server.Serve("/oud.xml", Rss.Feed(Rss.Item("Stuk van toen", "https://oud.example/1")), Rss.Type);
        await bench.HarvestAsync(TimeSpan.FromDays(30));
        Assert.Null((await bench.ArticlesAsync())[1].InboxAt);
    }

    private static ActBatch Marit(HarvestBench bench) => new(null, "Marit", bench.Time.GetUtcNow());

    private static ArticleRef Ref(Article article) => new(article.Id, article.Version);
}
