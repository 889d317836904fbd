using System.Collections.Concurrent;
using Kiosk.Ingest.Fetching;

namespace Kiosk.Web.Images;

/// <summary>
/// Gets pictures for readers, so that their browsers talk to the kiosk alone. A picture is fetched once, whoever asks, within limits of size,
/// type and time; addresses are checked when connecting, as for everything that is fetched.
/// </summary>
public sealed class ImageProxy(Fetcher fetcher, ImageStore store, TimeProvider time, IHostApplicationLifetime lifetime) : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>Fetches at the same time; more wait. It also bounds the memory that pictures take.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>After this a picture is fetched anew; the old one stays if that fails.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromDays(30);

    /// <summary>How long an address that gave no picture is left alone.</summary>
    private static readonly TimeSpan AbsentFor = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _underWay = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>The picture, from disk or from its site; null if there is none that may be shown.</summary>
    /// <param name="address">Absolute, http or https, and from our own link: see <see cref="ImageLinks"/>.</param>
    /// <param name="cancellation">The reader left; the fetch goes on for the next.</param>
    public async Task<FileStream?> OpenAsync(string address, CancellationToken cancellation)
    {
        var kept = store.Open(address);
        if (kept is not null && time.GetUtcNow() - kept.KeptAt < (kept.Content.Length > 0 ? FreshFor : AbsentFor))
            return await SomethingAsync(kept);
        if (kept is not null)
            await kept.Content.DisposeAsync();
        await FetchOnceAsync(address).WaitAsync(cancellation);
        return await SomethingAsync(store.Open(address));
    }

    public void Dispose() => _places.Dispose();

    private static async Task<FileStream?> SomethingAsync(KeptImage? kept)
    {
        if (kept is null || kept.Content.Length > 0)
            return kept?.Content;
        await kept.Content.DisposeAsync();
        return null;
    }

    private Task FetchOnceAsync(string address) =>
        _underWay.GetOrAdd(address, _ => new Lazy<Task>(() => Task.Run(() => FetchAsync(address, lifetime.ApplicationStopping)))).Value;

    private async Task FetchAsync(string address, CancellationToken stopping)
    {
        try
        {
            await _places.WaitAsync(stopping);
            try
            {
                var request = new FetchRequest(address) { Accept = "image/avif,image/webp,image/png,image/jpeg,image/gif", MaxBytes = MostBytes, Timeout = Patience };
                var fetched = await fetcher.FetchAsync(request, stopping);
                var isPicture = fetched.Outcome == FetchOutcome.Fetched && ImageHeader.Read(fetched.Body.Span) is { IsWorthShowing: true };
                await KeepAsync(address, isPicture ? fetched.Body : default, stopping);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            _underWay.TryRemove(address, out _);
        }
    }

    /// <summary>An old picture is better than none: a failure does not replace it.</summary>
    private async Task KeepAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken stopping)
    {
        await using var old = store.Open(address)?.Content;
        if (bytes.IsEmpty && old is { Length: > 0 })
            store.Renew(address);
        else
            await store.KeepAsync(address, bytes, stopping);
    }
}
