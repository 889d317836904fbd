using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Tests.Formats;

namespace Kiosk.Ingest.Tests.Harvesting.Reading;

/// <summary>The Rechtspraak and the Tweede Kamer.</summary>
public sealed class ServiceHarvestTests
{
    private const string Rulings = "https://data.rechtspraak.example/uitspraken/zoeken?max=5&return=DOC&sort=DESC&subject=x";
    private const string Papers = "https://kamer.example/OData/v4/2.0/Document";

    private readonly ScriptedWeb _web = new();

    [Fact]
    public async Task The_index_is_asked_for_a_month_oldest_change_first()
    {
        ServeRulings(3);
        await HarvestRulingsAsync();
        Assert.Equal(
            "https://data.rechtspraak.example/uitspraken/zoeken?max=5&return=DOC&subject=x&modified=2026-10-21T02%3A00%3A00&modified=2026-11-21T08%3A00%3A00&sort=ASC&from=0", _web.Urls[0]);
    }

    [Fact]
    public async Task Every_ruling_comes_with_its_text()
    {
        ServeRulings(7);
        var items = (await HarvestRulingsAsync()).SelectMany(batch => batch.Items).ToList();
        Assert.Equal(7, items.Count);
        Assert.Equal("<p>Tekst van ECLI:NL:RBVBD:2026:3</p>", items[3].Content);
        Assert.Equal(Fixture.Utc("2026-11-04T10:00:00"), items[3].Updated);
    }

    [Fact]
    public async Task A_second_harvest_fetches_only_what_is_new_or_changed()
    {
        ServeRulings(7);
        var state = (await HarvestRulingsAsync())[^1].State;
        ServeRulings(9);
        _web.Asked.Clear();
        var items = (await HarvestRulingsAsync(state)).SelectMany(batch => batch.Items);
        Assert.Equal(["ECLI:NL:RBVBD:2026:7", "ECLI:NL:RBVBD:2026:8"], items.Select(item => item.Id));
        Assert.Equal(2, _web.Urls.Count(url => url.Contains("content?id=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task So_many_rulings_a_harvest_and_the_rest_later()
    {
        ServeRulings(23);
        var limits = new ReadingLimits { Rulings = 8, RulingBatch = 3, RulingGap = TimeSpan.Zero };
        var found = new List<string?>();
        string? state = null;
        for (var harvest = 0; harvest < 4; harvest++)
        {
            var batches = await _web.HarvestAsync(SourceFormat.Rechtspraak, Rulings, state, limits);
            found.AddRange(batches.SelectMany(batch => batch.Items).Select(item => item.Id));
            state = batches[^1].State;
        }
        Assert.Equal(23, found.Count);
        Assert.Equal(23, found.Distinct().Count());
    }

    [Fact]
    public async Task A_text_that_is_not_public_leaves_the_summary()
    {
        ServeRulings(2);
        _web.Fail(url => url.EndsWith("2026%3A1", StringComparison.Ordinal), FetchOutcome.Gone);
        var batches = await HarvestRulingsAsync();
        Assert.Equal(("Rechtbank Voorbeeld, 1", "Kort 1"), (batches[0].Items[1].Title, batches[0].Items[1].Summary));
        Assert.Contains("ECLI:NL:RBVBD:2026:1", batches[0].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_gets_busy_is_asked_on_from_there()
    {
        ServeRulings(4);
        _web.Fail(url => url.EndsWith("2026%3A2", StringComparison.Ordinal), FetchOutcome.Busy);
        var batches = await HarvestRulingsAsync();
        Assert.Equal(2, Assert.Single(batches).Items.Count);
        Assert.NotNull(batches[0].Problem);
        ServeRulings(4);
        Assert.Equal(["ECLI:NL:RBVBD:2026:2", "ECLI:NL:RBVBD:2026:3"], (await HarvestRulingsAsync(batches[0].State)).SelectMany(batch => batch.Items).Select(item => item.Id));
    }

    [Fact]
    public async Task Requests_to_the_rechtspraak_keep_their_distance()
    {
        ServeRulings(2);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await _web.HarvestAsync(SourceFormat.Rechtspraak, Rulings, limits: new ReadingLimits { RulingGap = TimeSpan.FromMilliseconds(200) });
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(380), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Papers_come_in_the_order_of_change_page_after_page()
    {
        ServePapers();
        var batches = await _web.HarvestAsync(SourceFormat.Tweedekamer, Papers);
        Assert.Equal(["Stuk 0", "Stuk 1", "Stuk 2", "Stuk 3"], batches.SelectMany(batch => batch.Items).Select(item => item.Title));
        Assert.Contains("GewijzigdOp ge 2026-10-21T08:00:00Z", Uri.UnescapeDataString(_web.Urls[0]), StringComparison.Ordinal);
        Assert.Equal(2, _web.Asked.Count);
    }

    [Fact]
    public async Task The_next_harvest_asks_from_the_last_change_that_was_read()
    {
        ServePapers();
        var cut = await _web.HarvestAsync(SourceFormat.Tweedekamer, Papers, most: 1);
        _web.Asked.Clear();
        await _web.HarvestAsync(SourceFormat.Tweedekamer, Papers, cut[0].State);
        Assert.Contains("GewijzigdOp ge 2026-11-11T09:00:00Z", Uri.UnescapeDataString(_web.Urls[0]), StringComparison.Ordinal);
    }

    private Task<List<ReadBatch>> HarvestRulingsAsync(string? state = null) => _web.HarvestAsync(SourceFormat.Rechtspraak, Rulings, state);

    private void ServeRulings(int count)
    {
        _web.Answer(url => url.Contains("/zoeken?", StringComparison.Ordinal), url =>
        {
            var (from, since) = (int.Parse(QueryString.Get(url, "from")!, CultureInfo.InvariantCulture), DateTimeOffset.Parse(QueryString.Get(url, "modified")!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
            return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title>" + string.Concat(Enumerable.Range(0, count).OrderBy(Changed).Where(number => Changed(number) >= since).Skip(from).Take(5).Select(number =>
                $"<entry><id>ECLI:NL:RBVBD:2026:{number}</id><title>ECLI:NL:RBVBD:2026:{number}, Rechtbank Voorbeeld, {number}</title><summary>Kort {number}</summary><updated>{Changed(number):yyyy-MM-ddTHH:mm:ssZ}</updated></entry>")) + "</feed>";
        });
        _web.Answer(url => url.Contains("/content?id=", StringComparison.Ordinal), url =>
            $"<open-rechtspraak><rdf><Description><identifier>{QueryString.Get(url, "id")}</identifier></Description></rdf><uitspraak><para>Tekst van {QueryString.Get(url, "id")}</para></uitspraak></open-rechtspraak>");
    }

    private static DateTimeOffset Changed(int number) => Fixture.Utc("2026-11-01T10:00:00").AddDays(number % 18).AddHours(number / 18);

    private void ServePapers()
    {
        _web.Answer(url => url.StartsWith(Papers, StringComparison.Ordinal), _ => $"{{\"value\":[{Paper(0)},{Paper(1)}],\"@odata.nextLink\":\"{Papers}?$skip=2\"}}");
        _web.Answer(url => url.EndsWith("$skip=2", StringComparison.Ordinal), _ => $"{{\"value\":[{Paper(2)},{Paper(3)}]}}");
    }

    private static string Paper(int number) => $"{{\"Onderwerp\":\"Stuk {number}\",\"DocumentNummer\":\"2026D{number}\",\"GewijzigdOp\":\"2026-11-1{number}T10:00:00+01:00\"}}";
}
