using System.Text.Json;
using Kiosk.Ingest.Sources;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>Archives and sources that go out and come in, with the program as people run it; and what it makes of addresses.</summary>
public sealed class MovingTests
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Demobron</title>
        <item><title>Vroegsignalering werkt</title><link>https://demobron.example/1</link><pubDate>Thu, 19 Nov 2026 10:00:00 +0100</pubDate><description>Over de Wsnp en huisbezoek.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task A_harvested_archive_moves_to_another_directory_and_is_found_there()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Serve("/feed.xml", Feed, "application/rss+xml");
        place.WriteFeeds("/feed.xml");
        await place.RunAsync("harvest");
        var (code, _, error) = await place.RunAsync("export", "archief.jsonl");
        Assert.True(code == 0 && error.Contains("rijen bewaard", StringComparison.Ordinal), error);
        var (imported, output, problem) = await place.RunAsync("import", "archief.jsonl", "--data", "elders");
        Assert.True(imported == 0, output + problem);
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("search", "huisbezoek", "--data", "elders")).Output, StringComparison.Ordinal);
        var (_, again, _) = await place.RunAsync("export", "-", "--data", "elders");
        Assert.Equal(await LinesAsync(place, "archief.jsonl"), again.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]);

        var (refused, _, why) = await place.RunAsync("import", "archief.jsonl");
        Assert.Equal(1, refused);
        Assert.Contains("niet leeg", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_go_out_as_opml_and_as_feeds_and_come_back()
    {
        await using var place = await Workplace.OpenAsync();
        place.WriteFeeds("/een.xml", "/twee.xml");
        place.Server.Serve("/een.xml", Feed, "application/rss+xml");
        await place.RunAsync("harvest");
        var (_, opml, _) = await place.RunAsync("export", "-", "--opml");
        Assert.Contains(place.Server.Url("een.xml"), opml, StringComparison.Ordinal);
        Assert.Contains("0 bronnen toegevoegd, 2 waren er al", (await place.RunAsync("import", place.File("terug.opml", opml))).Output, StringComparison.Ordinal);
        Assert.Contains("2 bronnen toegevoegd, 0 waren er al", (await place.RunAsync("import", place.File("terug.opml", opml), "--data", "elders")).Output, StringComparison.Ordinal);
        var (_, feeds, _) = await place.RunAsync("export", "-", "--feeds");
        Assert.Equal(["een-xml", "twee-xml"], FeedsFile.Read(feeds).File!.Sources.Select(source => source.Id));
        var (code, _, error) = await place.RunAsync("import", place.File("kapot.opml", "<html>nee</html>"));
        Assert.Equal(1, code);
        Assert.Contains("geen OPML-bestand", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_shows_a_table_and_stores_nothing()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Serve("/feed.xml", Feed, "application/rss+xml");
        place.WriteFeeds("/feed.xml");
        var (code, output, error) = await place.RunAsync("harvest", "--try", "feed-xml");
        Assert.True(code == 0, output + error);
        Assert.Contains("Vroegsignalering", output, StringComparison.Ordinal);
        Assert.Contains("1 van 1 stuk geprobeerd. Er is niets opgeslagen.", output, StringComparison.Ordinal);
        Assert.Contains("0 stukken", (await place.RunAsync("search", "huisbezoek")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await place.RunAsync("harvest", "--try", "bestaat-niet")).Code);
    }

    [Fact]
    public async Task Inspect_fetches_an_address_through_the_guard()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Serve("/", "<html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head><body>Welkom</body></html>");
        place.Server.Serve("/feed.xml", Feed, "application/rss+xml");
        place.Server.Serve("/sitemap.xml", $"<urlset><url><loc>{place.Server.Url("stuk")}</loc><lastmod>2026-11-01</lastmod></url></urlset>", "text/xml");
        Assert.Contains(place.Server.Url("stuk"), (await place.RunAsync("inspect", "sitemap", place.Server.Url("sitemap.xml"))).Output, StringComparison.Ordinal);
        Assert.Contains("Vroegsignalering werkt", (await place.RunAsync("inspect", "feed", place.Server.Url("feed.xml"))).Output, StringComparison.Ordinal);
        var (_, site, _) = await place.RunAsync("inspect", "site", place.Server.Url("/"));
        Assert.Contains("1. feed: Demobron", site, StringComparison.Ordinal);
        Assert.Contains("Vroegsignalering werkt", site, StringComparison.Ordinal);
        var (code, _, error) = await place.RunAsync("inspect", "feed", "http://169.254.169.254/latest");
        Assert.Equal(1, code);
        Assert.Contains("openbare internet", error, StringComparison.Ordinal);

        var (_, answers, _) = await place.RunWithInputAsync(string.Join('\n',
            $$"""{"what":"sitemap","url":"{{place.Server.Url("sitemap.xml")}}"}""",
            $$"""{"what":"site","url":"{{place.Server.Url("/")}}"}""",
            """{"what":"oai","text":"<OAI-PMH><error code='badVerb'>nee</error></OAI-PMH>"}""",
            """{"what":"oai","text":"<OAI-PMH><Identify><repositoryName>Archief</repositoryName></Identify></OAI-PMH>"}""",
            """{"what":"feed","url":"http://127.0.0.1:1/"}"""), "inspect", "--jsonl");
        var lines = answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(1, lines[0].GetProperty("count").GetInt32());
        Assert.Equal("Demobron", lines[1].GetProperty("candidates")[0].GetProperty("title").GetString());
        Assert.Equal("badVerb", lines[2].GetProperty("code").GetString());
        Assert.Equal("Archief", lines[3].GetProperty("identity").GetProperty("name").GetString());
        Assert.True(lines[4].TryGetProperty("error", out _));
    }

    private static async Task<string[]> LinesAsync(Workplace place, string name) =>
        (await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(place.DataDirectory)!, name)))[1..];
}
