using Kiosk.Data;
using Kiosk.Ingest.Harvesting;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Tests.Harvesting;

public sealed class SourceTrialTests
{
    [Fact]
    public async Task A_trial_tells_what_would_come_and_stores_nothing()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed(
            Rss.Item("Wsnp korter", bench.Server.Url("1"), text: "De schuldregeling duurt achttien maanden."),
            Rss.Item("Schaatsen", bench.Server.Url("2"), text: "IJs op de vijver."),
            Rss.Item("Zonder datum over schulden", bench.Server.Url("3"), date: null)), Rss.Type, etag: "\"1\"");
        var source = await bench.AddSourceAsync("/feed.xml", source => (source.Filter, source.ETag, source.LastBodyAt) = ("schuld*", "\"1\"", Sample.Morning));
        await using (var db = bench.Archive.Open())
        {
            db.Topics.Add(new Topic { Slug = "wsnp", Name = "Wsnp", Rule = "wsnp" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var report = await bench.Trial.RunAsync(source, TestContext.Current.CancellationToken);

        Assert.Null(report.Problem);
        Assert.Equal([("Wsnp korter", true), ("Schaatsen", false), ("Zonder datum over schulden", true)], report.Items.Select(item => (item.Title, item.IsKept)));
        Assert.Equal(["Wsnp"], report.Items[0].Topics);
        Assert.Equal((5, bench.Server.Url("1"), false), (report.Items[0].Words, report.Items[0].Url, report.Items[0].IsKnown));
        Assert.Null(report.Items[2].Published);
        Assert.Empty(await bench.ArticlesAsync());
        var after = await bench.SourceAsync(source.Id);
        Assert.Equal((HarvestOutcome.None, null, "\"1\""), (after.LastOutcome, after.LastCheckedAt, after.ETag));
        await using var check = bench.Archive.Open();
        Assert.Empty(await check.HarvestRuns.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_trial_stops_at_ten_items_and_knows_what_the_kiosk_has()
    {
        await using var bench = await HarvestBench.StartAsync();
        bench.Server.Serve("/feed.xml", Rss.Feed([.. Enumerable.Range(1, 30).Select(number => Rss.Item($"Stuk {number}", bench.Server.Url($"{number}")))]), Rss.Type);
        var source = await bench.AddSourceAsync("/feed.xml");
        await bench.HarvestAsync();
        var report = await bench.Trial.RunAsync(source, TestContext.Current.CancellationToken);
        Assert.Equal((10, 30), (report.Items.Count, report.Listed));
        Assert.All(report.Items, item => Assert.True(item.IsKnown));
    }

    [Fact]
    public async Task The_page_behind_a_sitemap_is_read_and_one_without_an_article_says_why_it_falls_out()
    {
        await using var bench = await HarvestBench.StartAsync();
        var text = string.Concat(Enumerable.Repeat("<p>De gemeente spreekt inwoners met betalingsachterstanden eerder aan, en dat helpt volgens de onderzoekers.</p>", 8));
        bench.Server.Serve("/sitemap.xml", $"<urlset><url><loc>{bench.Server.Url("goed")}</loc></url><url><loc>{bench.Server.Url("weg")}</loc></url></urlset>", "text/xml");
        bench.Server.Serve("/goed", $"<html lang=nl><head><title>Eerder in beeld</title></head><body><article><h1>Eerder in beeld</h1>{text}</article></body></html>");
        var source = await bench.AddSourceAsync("/sitemap.xml", source => source.Format = SourceFormat.Sitemap);
        var report = await bench.Trial.RunAsync(source, TestContext.Current.CancellationToken);
        var good = report.Items.Single(item => item.IsKept);
        Assert.Equal("Eerder in beeld", good.Title);
        Assert.True(good.Words > 50);
        Assert.Contains("404", report.Items.Single(item => !item.IsKept).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_says_why()
    {
        await using var bench = await HarvestBench.StartAsync();
        var report = await bench.Trial.RunAsync(await bench.AddSourceAsync("/weg.xml"), TestContext.Current.CancellationToken);
        Assert.Contains("404", report.Problem, StringComparison.Ordinal);
        Assert.Empty(report.Items);
    }
}
