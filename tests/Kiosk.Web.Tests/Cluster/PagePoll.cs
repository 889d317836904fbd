using System.Diagnostics;

namespace Kiosk.Web.Tests.Cluster;

/// <summary>Asks a node for a page ten times a second, and keeps for how long at a stretch it did not get it.</summary>
internal sealed class PagePoll : IAsyncDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler());
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _asking;

    public PagePoll(Uri page) => _asking = AskAsync(page);

    /// <summary>Pages that came.</summary>
    public int Given { get; private set; }

    /// <summary>From the last page before to the first page after, where requests in between failed.</summary>
    public TimeSpan LongestFailing { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _asking;
        _client.Dispose();
        _ended.Dispose();
    }

    private async Task AskAsync(Uri page)
    {
        var (good, failing) = (Stopwatch.GetTimestamp(), false);
        while (!_ended.IsCancellationRequested)
        {
            var given = await IsGivenAsync(page);
            if (_ended.IsCancellationRequested)
                return;
            failing |= !given;
            if (failing && Stopwatch.GetElapsedTime(good) > LongestFailing)
                LongestFailing = Stopwatch.GetElapsedTime(good);
            if (given)
            {
                (good, failing) = (Stopwatch.GetTimestamp(), false);
                Given++;
            }

            await Task.Delay(Gap, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsGivenAsync(Uri page)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            using var response = await _client.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
