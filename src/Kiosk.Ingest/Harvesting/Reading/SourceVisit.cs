using System.Text.Json;
using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Sources;

namespace Kiosk.Ingest.Harvesting.Reading;

/// <summary>What all readings need: the source, what it left behind last time, and a way to fetch.</summary>
internal sealed class SourceVisit(Source source, string? state, Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch, TimeProvider time, ReadingLimits limits)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private DateTimeOffset? _lastRequest;

    public Source Source => source;

    public string? State => state;

    public ReadingLimits Limits => limits;

    public FeedsSelect Select { get; } = FeedsSelect.Parse(source.Select) ?? new FeedsSelect();

    public DateTimeOffset Now => time.GetUtcNow();

    public Task<FetchResult> FetchAsync(string url, CancellationToken cancellation) => FetchAsync(new FetchRequest(url), cancellation);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        _lastRequest = Now;
        return fetch(request, cancellation);
    }

    /// <summary>Fetches the source's own address; 304 may come.</summary>
    public Task<FetchResult> FetchSourceAsync(CancellationToken cancellation)
    {
        var trusts = Schedule.TrustsValidators(source, Now);
        return fetch(new FetchRequest(source.Url) { ETag = trusts ? source.ETag : null, LastModified = trusts ? source.LastModified : null }, cancellation);
    }

    /// <summary>Waits until this long after the start of the last request.</summary>
    public async Task PauseAsync(TimeSpan gap, CancellationToken cancellation)
    {
        if (_lastRequest + gap - Now is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait < gap ? wait : gap, time, cancellation);
    }

    /// <summary>What is left of items whose address must hold a piece (select.within).</summary>
    public IReadOnlyList<Item> Within(IReadOnlyList<Item> items) => Select.Within is { } piece
        ? [.. items.Where(item => item.Link?.Contains(piece, StringComparison.OrdinalIgnoreCase) ?? false)]
        : items;

    public static bool Came(FetchResult fetched) => fetched.Outcome == FetchOutcome.Fetched;

    /// <summary>The batch of a fetch that brought nothing to read.</summary>
    public static ReadBatch Failed(FetchResult fetched, string? state) =>
        new() { Fetched = fetched, State = state, Problem = fetched.Outcome == FetchOutcome.NotModified ? null : fetched.Message };

    public static Uri AddressOf(FetchResult fetched) => new(fetched.FinalUrl);

    public static string ToJson<T>(T state) => JsonSerializer.Serialize(state, Options);

    /// <summary>The state as T; a new one if there is none or it cannot be read: then known things are seen again, and stored once.</summary>
    public T StateOr<T>() where T : class, new()
    {
        try
        {
            return state is null ? new T() : JsonSerializer.Deserialize<T>(state, Options) ?? new T();
        }
        catch (JsonException)
        {
            return new T();
        }
    }
}
