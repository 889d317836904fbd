using System.Text;
using Kiosk.Data;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting.Reading;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Harvesting.Reading;

/// <summary>A web of a few answers, which remembers what was asked. An address that is not known is 404.</summary>
internal sealed class ScriptedWeb
{
    private readonly List<(Func<string, bool> Asks, Func<string, FetchResult> Answers)> _pages = [];

    public List<FetchRequest> Asked { get; } = [];

    public List<string> Urls => Asked.ConvertAll(request => request.Url);

    public ManualTime Time { get; } = new();

    /// <summary>Serves a text at an address; the last one that fits counts.</summary>
    public void Serve(string url, string body) => Answer(asked => asked == url, _ => body);

    public void Serve(string url, byte[] body) => Serve(url, Encoding.UTF8.GetString(body));

    public void Answer(Func<string, bool> asks, Func<string, string> body) => _pages.Add((asks, url => Result(url, FetchOutcome.Fetched, body(url))));

    public void Fail(Func<string, bool> asks, FetchOutcome outcome) => _pages.Add((asks, url => Result(url, outcome, "")));

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Asked.Add(request);
        var answer = _pages.FindLast(page => page.Asks(request.Url)).Answers;
        return Task.FromResult(answer is null ? Result(request.Url, FetchOutcome.Gone, "") : answer(request.Url));
    }

    /// <summary>One harvest, whole or cut off after some batches.</summary>
    public async Task<List<ReadBatch>> HarvestAsync(SourceFormat format, string url, string? state = null, ReadingLimits? limits = null, int? most = null, Action<Source>? change = null)
    {
        var source = Sample.Source();
        (source.Format, source.Url) = (format, url);
        change?.Invoke(source);
        var batches = new List<ReadBatch>();
        await foreach (var batch in new SourceReader(Time, limits ?? new ReadingLimits { RulingGap = TimeSpan.Zero }).ReadAsync(source, state, FetchAsync, TestContext.Current.CancellationToken))
        {
            batches.Add(batch);
            if (batches.Count == most)
                break;
        }
        return batches;
    }

    private static FetchResult Result(string url, FetchOutcome outcome, string body) =>
        new() { Outcome = outcome, Message = $"De uitkomst is {outcome}.", FinalUrl = url, Body = Encoding.UTF8.GetBytes(body), StatusCode = outcome == FetchOutcome.Fetched ? 200 : 500 };
}
