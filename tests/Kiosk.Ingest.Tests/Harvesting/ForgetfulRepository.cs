using System.Globalization;
using Kiosk.Testing;
using Microsoft.AspNetCore.Http;

namespace Kiosk.Ingest.Tests.Harvesting;

/// <summary>An OAI-PMH repository that knows days only, gives five records a page, and forgets the token of every third page.</summary>
internal sealed class ForgetfulRepository(ManualTime time)
{
    public const int Records = 40;

    private const int PageSize = 5;

    private readonly DateTimeOffset _first = time.GetUtcNow().AddDays(-Records * 8);
    private readonly Dictionary<string, List<int>> _tokens = [];
    private int _asked;

    /// <summary>How often a token was asked for that it had forgotten.</summary>
    public int Forgotten { get; private set; }

    public string Answer(IQueryCollection asked) => $"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">{Inner(asked)}</OAI-PMH>";

    private string Inner(IQueryCollection asked) => asked["verb"].ToString() switch
    {
        "Identify" => "<Identify><repositoryName>Bewaarplaats</repositoryName><granularity>YYYY-MM-DD</granularity></Identify>",
        "ListMetadataFormats" => "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat></ListMetadataFormats>",
        _ when $"{asked["from"]}{asked["until"]}".Contains(':', StringComparison.Ordinal) => "<error code='badArgument'>granularity</error>",
        _ => Listed(asked),
    };

    private string Listed(IQueryCollection asked)
    {
        var rest = asked["resumptionToken"].ToString() is { Length: > 0 } token ? Known(token) : [.. Enumerable.Range(0, Records).Where(number => IsWithin(asked, number))];
        if (rest is null)
            return "<error code='badResumptionToken'>expired</error>";
        if (rest.Count == 0)
            return "<error code='noRecordsMatch'/>";
        var after = rest.Skip(PageSize).ToList();
        var next = $"t{++_asked}";
        _tokens[next] = after;
        return $"<ListRecords>{string.Concat(rest.Take(PageSize).Select(Record))}<resumptionToken>{(after.Count > 0 ? next : "")}</resumptionToken></ListRecords>";
    }

    private List<int>? Known(string token)
    {
        if (!token.EndsWith('3') && _tokens.TryGetValue(token, out var rest))
            return rest;
        Forgotten++;
        return null;
    }

    private bool IsWithin(IQueryCollection asked, int number)
    {
        var day = Stamp(number);
        return string.CompareOrdinal(day, asked["from"].ToString()) >= 0 && (asked["until"].ToString() is not { Length: > 0 } until || string.CompareOrdinal(day, until) <= 0);
    }

    private string Stamp(int number) => _first.AddDays(number * 8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Record(int number) =>
        $"<record><header><identifier>oai:bewaarplaats.example:{number}</identifier><datestamp>{Stamp(number)}</datestamp></header><metadata><dc><title>Stuk {number}</title><description>Een onderzoek naar schulden, nummer {number}.</description></dc></metadata></record>";
}
