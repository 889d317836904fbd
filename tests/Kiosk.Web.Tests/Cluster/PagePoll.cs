using System.Collections.Concurrent;

namespace Kiosk.Web.Tests.Cluster;

/// <summary>Asks a node for a page ten times a second, and keeps each time that it did not get it.</summary>
internal sealed class PagePoll : IAsyncDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler());
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _asking;

    public PagePoll(Uri page) => _asking = AskAsync(page);

    /// <summary>Pages that came.</summary>
    public int Given { get; private set; }

    /// <summary>In the order in which they were asked. That a page is slow is no failure: other tests run on the same processors.</summary>
    public ConcurrentQueue<FailedPage> Failed { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _asking;
        _client.Dispose();
        _ended.Dispose();
    }

    private async Task AskAsync(Uri page)
    {
        while (!_ended.IsCancellationRequested)
        {
            var asked = TimeProvider.System.GetUtcNow();
            var problem = await ProblemAsync(page);
            if (_ended.IsCancellationRequested)
                return;
            if (problem is null)
                Given++;
            else
                Failed.Enqueue(new FailedPage(asked, TimeProvider.System.GetUtcNow() - asked, problem));
            await Task.Delay(Gap, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Why the page did not come; null if it did.</summary>
    private async Task<string?> ProblemAsync(Uri page)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            using var response = await _client.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode ? null : response.StatusCode.ToString();
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return problem.Message;
        }
    }
}
