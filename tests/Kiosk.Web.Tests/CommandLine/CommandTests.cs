using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>The commands as people and scripts use them: the program as a process, its output and exit code.</summary>
public sealed class CommandTests
{
    private const string Feed =
        """
        <rss version="2.0"><channel><title>Demobron</title><language>nl</language>
        <item><title>Vroegsignalering: 40 procent eerder in beeld</title><link>https://demobron.example/1</link><pubDate>Thu, 19 Nov 2026 10:00:00 +0100</pubDate>
        <description>&lt;p&gt;Huisbezoek helpt bij betalingsachterstanden.&lt;/p&gt;</description></item>
        <item><title>Wsnp wordt korter</title><link>https://demobron.example/2</link><pubDate>Wed, 18 Nov 2026 10:00:00 +0100</pubDate><description>Achttien maanden.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Harvest_reads_the_feeds_file_search_finds_it_and_a_second_harvest_costs_304s_only()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Serve("/feed.xml", Feed, "application/rss+xml", etag: "\"1\"");
        place.WriteFeeds("/feed.xml");
        var (code, output, error) = await place.RunAsync("harvest");
        Assert.True(code == 0, output + error);
        Assert.Contains("1 van 1 bron gelukt, 2 nieuwe stukken", output, StringComparison.Ordinal);

        var (_, found, _) = await place.RunAsync("search", "betalingsachterstand");
        Assert.Contains("Vroegsignalering: 40 procent eerder in beeld", found, StringComparison.Ordinal);
        Assert.Contains("1 stuk", found, StringComparison.Ordinal);

        var (again, second, _) = await place.RunAsync("harvest");
        Assert.Equal(0, again);
        Assert.Contains("gelukt", second, StringComparison.Ordinal);
        Assert.Contains("0 nieuwe stukken, 0 bijgewerkt", second, StringComparison.Ordinal);
        Assert.Equal("\"1\"", place.Server.Requests[^1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task Harvest_of_one_source_leaves_the_others_and_an_unknown_one_is_an_error()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Serve("/een.xml", Feed, "application/rss+xml");
        place.WriteFeeds("/een.xml", "/twee.xml");
        Assert.Equal(0, (await place.RunAsync("harvest", "--source", "een-xml")).Code);
        Assert.DoesNotContain(place.Server.Requests, request => request.PathAndQuery == "/twee.xml");
        var (code, _, error) = await place.RunAsync("harvest", "--source", "bestaat-niet");
        Assert.Equal(1, code);
        Assert.Contains("Deze bron bestaat niet: bestaat-niet", error, StringComparison.Ordinal);
        Assert.Equal(1, (await place.RunAsync("harvest", "--source", "twee-xml")).Code);
    }

    [Fact]
    public async Task Import_adds_good_lines_names_bad_ones_and_adds_nothing_twice()
    {
        await using var place = await Workplace.OpenAsync();
        var file = place.File("stukken.jsonl",
            """
            {"url":"https://demobron.example/1","title":"Beslagvrije voet <2026>","text":"Eerste alinea.\nTweede alinea over de bvv.","published":"2026-11-01","source":"Demobron","kind":"onderzoek","authors":["Noor Verbeek"],"topics":["Beslag"]}
            {"url":"https://demobron.example/2"}
            {"title":"zonder adres"}
            dit is geen json
            {"url":"https://demobron.example/3","kind":"roddel"}
            """);
        var (code, output, error) = await place.RunAsync("import", file);
        Assert.Equal(1, code);
        Assert.Contains("2 stukken toegevoegd", output, StringComparison.Ordinal);
        Assert.Contains("Regel 3 is overgeslagen: url ontbreekt.", error, StringComparison.Ordinal);
        Assert.Contains("Regel 4 is overgeslagen: dit is geen geldige JSON", error, StringComparison.Ordinal);
        Assert.Contains("Regel 5 is overgeslagen: soort ‘roddel’ bestaat niet", error, StringComparison.Ordinal);
        var (_, again, _) = await place.RunAsync("import", file);
        Assert.Contains("0 stukken toegevoegd, 0 bijgewerkt, 2 waren er al", again, StringComparison.Ordinal);

        var (_, answers, _) = await place.RunWithInputAsync("{\"q\":\"bvv\"}\n\nkapot\n{\"q\":\"\\\"tweede alinea\\\"\",\"limit\":5}\n", "search", "--jsonl");
        var lines = answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal("Beslagvrije voet <2026>", lines[0].GetProperty("hits")[0].GetProperty("title").GetString());
        Assert.True(lines[1].TryGetProperty("error", out _));
        Assert.Equal(1, lines[2].GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Reindex_brings_back_what_can_be_found()
    {
        await using var place = await Workplace.OpenAsync();
        await place.RunAsync("import", place.File("stukken.jsonl", """{"url":"https://demobron.example/1","title":"Nazorg"}"""));
        var (code, output, _) = await place.RunAsync("reindex");
        Assert.Equal((0, "Klaar: 1 stuk is weer te vinden."), (code, output.Trim()));
        Assert.Contains("Nazorg", (await place.RunAsync("search", "nazorg")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_shows_what_the_kiosk_makes_of_things_and_survives_bad_requests()
    {
        await using var place = await Workplace.OpenAsync();
        var feed = place.File("feed.xml", Feed);
        Assert.Contains("Wsnp wordt korter", (await place.RunAsync("inspect", "feed", feed)).Output, StringComparison.Ordinal);
        Assert.Contains("2026-11-20T13:30:00Z", (await place.RunAsync("inspect", "date", "vrijdag 20 november 2026 om 14.30 uur")).Output, StringComparison.Ordinal);
        var requests = string.Join('\n',
            $$"""{"what":"feed","file":{{JsonSerializer.Serialize(feed)}}}""",
            """{"what":"html","text":"<p onclick=x>Hoi<script>1</script></p>"}""",
            """{"what":"text","text":"schulden"}""",
            """{"what":"date","text":"geen datum"}""",
            """{"what":"feed","file":"/bestaat/niet"}""",
            """{"what":"koffie"}""",
            "[]");
        var (code, output, _) = await place.RunWithInputAsync(requests, "inspect", "--jsonl");
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal((0, 7), (code, answers.Count));
        Assert.Equal("Demobron", answers[0].GetProperty("title").GetString());
        Assert.Equal("<p>Hoi</p>", answers[1].GetProperty("html").GetString());
        Assert.Equal("word", answers[2].GetProperty("terms")[0].GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, answers[3].GetProperty("instant").ValueKind);
        Assert.All(answers[4..], answer => Assert.True(answer.TryGetProperty("error", out _)));
    }

    [Fact]
    public async Task A_feeds_file_with_faults_stops_with_each_fault_named()
    {
        await using var place = await Workplace.OpenAsync();
        place.File("feeds.json", """{"sources":[{"id":"Fout Id","name":"x","url":"ftp://x","format":"fax"}]}""");
        var (code, _, error) = await place.RunAsync("harvest");
        Assert.Equal(1, code);
        Assert.Contains("klopt iets niet", error, StringComparison.Ordinal);
        Assert.True(error.Split('\n').Count(line => line.StartsWith("  - ", StringComparison.Ordinal)) >= 3, error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_one_sentence_with_the_way_out()
    {
        await using var place = await Workplace.OpenAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, output, error) = await place.RunAsync("serve", "--urls", $"http://{taken.LocalEndpoint}");
        Assert.Equal(1, code);
        Assert.Contains("kan niet luisteren", error, StringComparison.Ordinal);
        Assert.Contains("--urls", error, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("harvset")]
    [InlineData("import", "bestaat-niet.jsonl")]
    [InlineData("inspect", "feed", "bestaat-niet.xml")]
    [InlineData("inspect")]
    public async Task A_wrong_command_says_what_is_wrong_without_a_stack_trace(params string[] arguments)
    {
        await using var place = await Workplace.OpenAsync();
        var (code, _, error) = await place.RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_names_the_entry_and_the_remedy()
    {
        await using var place = await Workplace.OpenAsync();
        place.WriteFeeds("/feed.xml");
        place.Settings["KIOSK__FETCH__CONTACT"] = "bel maar";
        place.Settings["KIOSK__HARVESTPARALLEL"] = "0";
        var (code, _, error) = await place.RunAsync("harvest");
        Assert.Equal(1, code);
        Assert.Contains("Kiosk:Fetch:Contact", error, StringComparison.Ordinal);
        Assert.Contains("Kiosk:HarvestParallel is 0; kies een aantal van 1", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
