using System.Diagnostics;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>Somebody who reads: the front page, articles old and new, topics, and searches, with a moment between two pages.</summary>
internal sealed class SoakReader(HttpClient client, SoakCount count, SoakArchive archive, string? cookie, int seed)
{
    private const int ShortestPause = 150;
    private const int LongestPause = 450;

    private readonly Random _random = new(seed);

    public async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await AskAsync(Next(), stop);
            await Task.Delay(_random.Next(ShortestPause, LongestPause), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private string Next() => _random.Next(20) switch
    {
        < 4 => "/",
        < 8 => archive.AnyArticle(_random),
        < 12 => archive.NewArticle(_random),
        < 14 => "/onderwerpen",
        < 15 => $"/onderwerp/onderwerp-{_random.Next(1, 20)}",
        < 16 => "/bronnen",
        _ => $"/zoeken?q={Uri.EscapeDataString(SearchCorpus.Word(_random.Next(20, 400)))}",
    };

    private async Task AskAsync(string path, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", "br");
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie);
            using var answer = await client.SendAsync(request, stop);
            await answer.Content.ReadAsByteArrayAsync(stop);
            // An editor may have turned the piece away since: then it is right that readers do not get it.
            if (answer.IsSuccessStatusCode || (answer.StatusCode == System.Net.HttpStatusCode.NotFound && await archive.IsTurnedAwayAsync(path, stop)))
                count.Answered(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            else
                count.Fault($"GET {path}: {(int)answer.StatusCode}");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            count.Fault($"GET {path}: {problem.Message}");
        }
        catch (OperationCanceledException)
        {
            // The soak is over.
        }
    }
}
