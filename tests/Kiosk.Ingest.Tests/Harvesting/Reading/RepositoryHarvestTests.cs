using System.Globalization;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Ingest.Tests.Formats;

namespace Kiosk.Ingest.Tests.Harvesting.Reading;

public sealed class RepositoryHarvestTests
{
    private const string Base = "https://bewaarplaats.example/oai";

    private readonly ScriptedWeb _web = new();
    private readonly Repository _repository;

    public RepositoryHarvestTests()
    {
        _repository = new Repository();
        _web.Answer(url => url.StartsWith(Base, StringComparison.Ordinal), _repository.Answer);
    }

    [Fact]
    public async Task A_repository_is_asked_what_it_can_and_then_for_a_year_of_changes()
    {
        var batches = await HarvestAsync();
        Assert.Equal([Base + "?verb=Identify", Base + "?verb=ListMetadataFormats", Base + "?verb=ListRecords&metadataPrefix=nl_didl&from=2025-11-20T08:00:00Z"], _web.Urls.Take(3));
        Assert.Equal(Repository.Records, batches.SelectMany(batch => batch.Items).Select(item => item.Id).Distinct().Count());
        Assert.All(batches, batch => Assert.Null(batch.Problem));
    }

    [Fact]
    public async Task The_next_harvest_asks_for_what_changed_with_an_overlap()
    {
        var state = (await HarvestAsync())[^1].State;
        _web.Time.Advance(TimeSpan.FromHours(6));
        _web.Asked.Clear();
        await HarvestAsync(state);
        Assert.Equal(Base + "?verb=ListRecords&metadataPrefix=nl_didl&from=2026-11-19T08:00:00Z", _web.Urls[0]);
    }

    [Fact]
    public async Task A_harvest_that_was_cut_off_goes_on_with_its_token()
    {
        var first = await HarvestAsync(most: 2);
        _web.Asked.Clear();
        var rest = await HarvestAsync(first[^1].State);
        Assert.Contains("resumptionToken=", _web.Urls[0], StringComparison.Ordinal);
        Assert.Equal(Repository.Records, first.Concat(rest).SelectMany(batch => batch.Items).Count());
    }

    [Fact]
    public async Task A_token_that_expired_leads_to_smaller_windows_and_loses_nothing()
    {
        var found = new HashSet<string?>();
        string? state = null;
        _repository.TokensDie = true;
        for (var harvest = 0; harvest < 100 && found.Count < Repository.Records; harvest++)
        {
            var batches = await HarvestAsync(state, new ReadingLimits { ServicePages = 2 });
            found.UnionWith(batches.SelectMany(batch => batch.Items).Select(item => item.Id));
            state = batches[^1].State;
            _repository.Forget();
            _web.Time.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal(Repository.Records, found.Count);
    }

    [Fact]
    public async Task A_token_that_leads_in_a_circle_ends_with_a_problem_and_the_window_stays()
    {
        _repository.Loops = true;
        var batches = await HarvestAsync();
        Assert.Contains("steeds dezelfde bladzijde", batches[^1].Problem, StringComparison.Ordinal);
        Assert.Null(OaiState.Parse(batches[^1].State).Done);
        Assert.InRange(_web.Asked.Count, 3, 8);
    }

    [Fact]
    public async Task Deleted_records_are_passed_on()
    {
        _web.Answer(url => url.Contains("ListRecords", StringComparison.Ordinal), _ => System.Text.Encoding.UTF8.GetString(Fixture.Bytes("OaiPmh/dublin-core.xml")).Replace("oai_dc/2026-11-01T00:00:00Z///100", "", StringComparison.Ordinal));
        Assert.Equal(["oai:bewaarplaats.example:1874/12"], Assert.Single(await HarvestAsync()).Gone);
    }

    [Fact]
    public async Task Nothing_new_is_no_problem_and_moves_the_window_on()
    {
        _web.Answer(url => url.Contains("ListRecords", StringComparison.Ordinal), _ => "<OAI-PMH><error code='noRecordsMatch'/></OAI-PMH>");
        var batch = Assert.Single(await HarvestAsync());
        Assert.Null(batch.Problem);
        Assert.Equal(_web.Time.GetUtcNow(), OaiState.Parse(batch.State).Done);
    }

    [Fact]
    public async Task A_format_that_fails_is_replaced_by_dublin_core()
    {
        _web.Answer(url => url.Contains("nl_didl", StringComparison.Ordinal), _ => "<OAI-PMH><error code='cannotDisseminateFormat'/></OAI-PMH>");
        var batches = await HarvestAsync();
        Assert.All(batches, batch => Assert.Null(batch.Problem));
        Assert.Equal("oai_dc", OaiState.Parse(batches[^1].State).Prefix);
    }

    [Fact]
    public async Task A_repository_that_was_down_is_asked_again_what_it_can()
    {
        _web.Fail(_ => true, FetchOutcome.TimedOut);
        var state = Assert.Single(await HarvestAsync()).State;
        _web.Answer(url => url.StartsWith(Base, StringComparison.Ordinal), _repository.Answer);
        Assert.Equal("nl_didl", OaiState.Parse((await HarvestAsync(state))[^1].State).Prefix);
    }

    [Fact]
    public async Task A_repository_that_rejects_seconds_is_asked_for_days()
    {
        _web.Answer(url => url.Contains("T08:00:00Z", StringComparison.Ordinal), _ => "<OAI-PMH><error code='badArgument'>granularity</error></OAI-PMH>");
        var batches = await HarvestAsync();
        Assert.Contains(_web.Urls, url => url.EndsWith("&from=2025-11-20", StringComparison.Ordinal));
        Assert.All(batches, batch => Assert.Null(batch.Problem));
    }

    [Fact]
    public async Task A_repository_that_fails_halfway_is_resumed_there()
    {
        _web.Fail(url => url.Contains("resumptionToken", StringComparison.Ordinal), FetchOutcome.Busy);
        var batches = await HarvestAsync();
        Assert.NotNull(batches[^1].Problem);
        Assert.NotNull(OaiState.Parse(batches[^1].State).Token);
    }

    [Fact]
    public async Task A_set_and_a_format_in_the_address_are_kept()
    {
        await _web.HarvestAsync(SourceFormat.OaiPmh, Base + "?set=open&metadataPrefix=mods");
        Assert.Equal([Base + "?verb=Identify", Base + "?verb=ListRecords&metadataPrefix=mods&set=open&from=2025-11-20T08:00:00Z"], _web.Urls.Take(2));
    }

    private Task<List<ReadBatch>> HarvestAsync(string? state = null, ReadingLimits? limits = null, int? most = null) =>
        _web.HarvestAsync(SourceFormat.OaiPmh, Base, state, limits, most);

    /// <summary>Seventy records, one every five days, ten a page, with tokens that may be forgotten.</summary>
    private sealed class Repository
    {
        public const int Records = 70;

        private const int PageSize = 10;

        private static readonly DateTimeOffset First = Fixture.Utc("2025-12-01");
        private readonly Dictionary<string, List<int>> _tokens = [];
        private int _given;

        public bool Loops { get; set; }

        public bool TokensDie { get; set; }

        public void Forget()
        {
            if (TokensDie)
                _tokens.Clear();
        }

        public string Answer(string url)
        {
            var inner = QueryString.Get(url, "verb") switch
            {
                "Identify" => "<Identify><repositoryName>Proef</repositoryName><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify>",
                "ListMetadataFormats" => "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat><metadataFormat><metadataPrefix>nl_didl</metadataPrefix></metadataFormat></ListMetadataFormats>",
                _ => Listed(url),
            };
            return $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">{inner}</OAI-PMH>";
        }

        private string Listed(string url)
        {
            List<int> rest;
            if (QueryString.Get(url, "resumptionToken") is { } token)
            {
                if (!_tokens.TryGetValue(token, out var known))
                    return "<error code='badResumptionToken'>expired</error>";
                rest = known;
            }
            else
                rest = [.. Enumerable.Range(0, Records).Where(number => Stamp(number) >= Moment(url, "from", DateTimeOffset.MinValue) && Stamp(number) <= Moment(url, "until", DateTimeOffset.MaxValue))];
            if (rest.Count == 0)
                return "<error code='noRecordsMatch'/>";
            return $"<ListRecords>{string.Concat(rest.Take(PageSize).Select(Record))}{Token([.. rest.Skip(PageSize)])}</ListRecords>";
        }

        private string Token(List<int> rest)
        {
            if (rest.Count == 0)
                return "<resumptionToken/>";
            var token = Loops ? "altijd hetzelfde" : $"t/{_given++}";
            _tokens[token] = rest;
            return $"<resumptionToken>{token}</resumptionToken>";
        }

        private static DateTimeOffset Stamp(int number) => First.AddDays(number * 5);

        private static DateTimeOffset Moment(string url, string name, DateTimeOffset otherwise) =>
            QueryString.Get(url, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : otherwise;

        private static string Record(int number) =>
            $"<record><header><identifier>oai:{number}</identifier><datestamp>{Stamp(number):yyyy-MM-dd}</datestamp></header><metadata><dc><title>Stuk {number}</title></dc></metadata></record>";
    }
}
