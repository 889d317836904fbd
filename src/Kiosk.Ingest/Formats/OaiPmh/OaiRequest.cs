using System.Globalization;
using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>Builds the addresses of OAI-PMH requests.</summary>
/// <param name="BaseUrl">The repository's address, without a query.</param>
public sealed record OaiRequest(string BaseUrl)
{
    public const string DublinCore = "oai_dc";

    /// <summary>The metadata format that is asked for.</summary>
    public string Prefix { get; init; } = DublinCore;

    /// <summary>One set; null for the whole repository.</summary>
    public string? Set { get; init; }

    /// <summary>Records that changed at or after this moment; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Records that changed at or before this moment; null for no bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True where the repository knows days only. Then From is widened to its whole day, and so is Until.</summary>
    public bool HasDayGranularity { get; init; }

    /// <summary>The repository behind a source's address, which may already name a set and a metadataPrefix.</summary>
    public static OaiRequest Of(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new OaiRequest(url.Split('?')[0])
        {
            Prefix = QueryString.Get(url, "metadataPrefix") is { Length: > 0 } prefix ? prefix : DublinCore,
            Set = QueryString.Get(url, "set") is { Length: > 0 } set ? set : null,
        };
    }

    public string Identify => Verb("Identify");

    public string ListMetadataFormats => Verb("ListMetadataFormats");

    public string ListSets => Verb("ListSets");

    public string ListRecords => Verb("ListRecords")
        + $"&metadataPrefix={Uri.EscapeDataString(Prefix)}"
        + (Set is null ? "" : $"&set={Uri.EscapeDataString(Set)}")
        + (From is { } from ? $"&from={Stamp(from)}" : "")
        + (Until is { } until ? $"&until={Stamp(until)}" : "");

    /// <summary>The rest of a list: a token excludes every other argument.</summary>
    public string Resume(string token) => $"{Verb("ListRecords")}&resumptionToken={Uri.EscapeDataString(token)}";

    private string Verb(string verb) => $"{BaseUrl}?verb={verb}";

    private string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(HasDayGranularity ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
