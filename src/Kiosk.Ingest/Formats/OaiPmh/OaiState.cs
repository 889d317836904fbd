using System.Text.Json;
using System.Text.Json.Serialization;
using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>Where a harvest of a repository stands: kept between pages and between runs, so that it goes on where it stopped.</summary>
public sealed record OaiState
{
    private const int MostPrints = 5_000;

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The metadata format that was found to work; null before it was asked.</summary>
    public string? Prefix { get; init; }

    public bool HasDayGranularity { get; init; }

    /// <summary>All that changed before this moment has been harvested; null before the first list was completed.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>The window of the list under way.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of that window; null if it is open.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the list under way was first asked for: what it then completes.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>How to go on with the list under way; null if none is under way.</summary>
    public string? Token { get; init; }

    /// <summary>Pages that came of the list under way.</summary>
    public int Pages { get; init; }

    /// <summary>Prints of the tokens and pages of the list under way.</summary>
    public IReadOnlyList<uint> Prints { get; init; } = [];

    /// <summary>The next page of the list; null if its token or its records came before, which is a loop.</summary>
    /// <param name="reading">The page that came.</param>
    public OaiState? After(OaiReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var prints = new List<uint>(2);
        if (reading.Token is { } token)
            prints.Add(Fingerprint.Of("token:" + token.Value));
        if (reading.Items.Count + reading.Deleted.Count > 0)
            prints.Add(Fingerprint.Of("page:" + string.Join('\n', reading.Items.Select(item => item.Id ?? item.Link).Concat(reading.Deleted))));
        if (prints.Exists(Prints.Contains))
            return null;
        return this with { Token = reading.Token?.Value, Pages = Pages + 1, Prints = [.. Prints.Concat(prints).TakeLast(MostPrints)] };
    }

    /// <summary>The state once the list under way is complete.</summary>
    public OaiState Completed() => Restarted() with { Done = Until ?? Begun ?? Done, From = null, Until = null, Begun = null };

    /// <summary>The state from which the list under way is asked for anew.</summary>
    public OaiState Restarted() => this with { Token = null, Pages = 0, Prints = [] };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>An empty state for null, and for text that this version cannot read: then the harvest starts over, and stores nothing twice.</summary>
    public static OaiState Parse(string? json)
    {
        try
        {
            var state = json is null ? null : JsonSerializer.Deserialize<OaiState>(json, Options);
            return state is { Prints: not null } ? state : new OaiState();
        }
        catch (JsonException)
        {
            return new OaiState();
        }
    }
}
