using Kiosk.Data;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>When are two items the same article? Through the whole pipeline, two visits or two sources each.</summary>
public sealed class RecognitionTests
{
    [Theory]
    [InlineData("https://bron.example/stuk", "g-1", "https://bron.example/stuk", "g-2")]
    [InlineData("https://bron.example/stuk?token=a1", "g-1", "https://bron.example/stuk?token=b2", "g-1")]
    [InlineData("https://bron.example/stuk?token=a1", "g-1", "https://bron.example/stuk?token=b2", "g-2")]
    [InlineData("http://www.bron.example/stuk/?utm_source=rss&b=2&a=1#top", null, "https://bron.example/stuk?a=1&b=2", null)]
    public async Task It_is_the_same_article(string link, string? guid, string laterLink, string? laterGuid)
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", link, guid)), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("Stuk", laterLink, laterGuid)) + "<!-- later -->", Rss.Type);
        await bench.HarvestAsync();
        Assert.Single(await bench.ArticlesAsync());
    }

    [Fact]
    public async Task The_same_title_in_another_month_is_another_article()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(
            Rss.Item("Nieuwsbrief", "https://bron.example/10", text: "", date: "Thu, 15 Oct 2026 10:00:00 +0200"),
            Rss.Item("Nieuwsbrief", "https://bron.example/11", text: "", date: "Thu, 19 Nov 2026 10:00:00 +0100")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(2, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task One_link_under_many_items_is_no_name()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(
            Rss.Item("Een", "https://bron.example/", "g-1", "Tekst een."), Rss.Item("Twee", "https://bron.example/", "g-2", "Tekst twee.")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        Assert.Equal(["Een", "Twee"], (await bench.ArticlesAsync()).Select(article => article.Title));
    }

    [Fact]
    public async Task The_same_page_through_two_sources_is_one_article_with_the_topics_of_both()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/een.xml", Rss.Feed(Rss.Item("Stuk", "https://bron.example/1", "a", "Woorden van de eerste.")), Rss.Type);
        bench.Server.Serve("/twee.xml", Rss.Feed(Rss.Item("Stuk!", "https://bron.example/1", "b", "Woorden van de tweede.")), Rss.Type);
        var (first, second) = (Sample.Topic("een"), Sample.Topic("twee"));
        await using (var db = bench.Archive.Open())
        {
            db.Topics.AddRange(first, second);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await bench.AddSourceAsync("/een.xml", source => source.Topics.Add(new SourceTopic { TopicId = first.Id }));
        await bench.AddSourceAsync("/twee.xml", source =>
        {
            source.Topics.Add(new SourceTopic { TopicId = second.Id });
            source.NextCheckAt = bench.Time.GetUtcNow().AddHours(3);
        });
        await bench.HarvestAsync();
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Stuk", "Woorden van de eerste."), (article.Title, article.BodyText));
        Assert.Equal([first.Id, second.Id], article.Topics.Select(tag => tag.TopicId).Order());
    }

    [Fact]
    public async Task Two_sources_that_bring_the_same_new_page_at_once_store_it_once()
    {
        await using var bench = await HarvestBench.StartAsync(StorageKind.Sqlite);
        var items = Enumerable.Range(0, 50).Select(number => Rss.Item($"Stuk {number}", $"https://bron.example/{number}", text: $"Tekst {number}")).ToArray();
        await using var other = await LoopbackServer.StartAsync();
        bench.Server.Serve("/een.xml", Rss.Feed(items), Rss.Type);
        bench.Server.Serve("/twee.xml", Rss.Feed([.. items.Reverse()]), Rss.Type);
        await bench.AddSourceAsync("/een.xml");
        await bench.AddSourceAsync("/twee.xml");
        var second = bench.AnotherNode("node-2");
        bench.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(
            bench.Round.RunDueAsync(null, TestContext.Current.CancellationToken),
            second.Round.RunDueAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal(50, (await bench.ArticlesAsync()).Count);
    }

    [Fact]
    public async Task A_date_in_the_future_becomes_now_and_a_missing_one_is_marked_as_a_guess()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(
            Rss.Item("Straks", "https://bron.example/1", date: "Thu, 19 Nov 2027 10:00:00 +0100"), Rss.Item("Ooit", "https://bron.example/2", date: null)), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var now = bench.Time.GetUtcNow();
        Assert.Equal([(now, false), (now, true)], (await bench.ArticlesAsync()).Select(article => (article.PublishedAt, article.PublishedIsGuess)));
    }

    [Fact]
    public async Task An_item_without_link_or_title_still_becomes_an_article()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(Rss.Item("", guid: "g-1", text: "Alleen een tekst, verder niets.")), Rss.Type);
        await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var article = Assert.Single(await bench.ArticlesAsync());
        Assert.Equal(("Alleen een tekst, verder niets.", "https://testbron.example/"), (article.Title, article.Url));
    }

    [Theory]
    [InlineData("Schuld < 5000 euro", "Schuld < 5000 euro")]
    [InlineData("Zo schrijf je &lt;b&gt;", "Zo schrijf je &lt;b&gt;")]
    [InlineData(" Twee\n regels \u0000", "Twee regels")]
    public void A_title_is_plain_text_and_not_decoded_once_more(string title, string kept) =>
        Assert.Equal(kept, ArticleDraft.From(new Item { Title = title }, "https://bron.example/", null, Sample.Morning).Title);
}
