using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>An editor at the inbox, by the forms that a browser without JavaScript fills in: opens the next piece, publishes it with a topic, picks some, turns some away.</summary>
internal sealed class SoakEditor(HttpClient client, SoakCount count, string session, int seed)
{
    private const string Inbox = "/redactie";
    private const int Pause = 2_000;

    private static readonly HtmlParser Parser = new();

    private readonly Random _random = new(seed);
    private string _cookies = session;

    /// <summary>Pieces that she dealt with.</summary>
    public int Done { get; private set; }

    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await WorkOnceAsync(stop);
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
            {
                count.Fault($"{Inbox}: {problem.Message}");
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkOnceAsync(CancellationToken stop)
    {
        var list = await GetAsync(Inbox, stop);
        var pieces = list?.QuerySelectorAll("a[href*='stuk=']").Select(link => link.GetAttribute("href")!).Distinct().ToList() ?? [];
        if (pieces.Count == 0 || await GetAsync(pieces[_random.Next(pieces.Count)], stop) is not { } page || page.QuerySelector<IHtmlFormElement>("form.tagger") is not { } form)
            return;
        var fields = Fields(form);
        var choice = _random.Next(10);
        fields.Add(new("doe", choice < 7 ? "plaats" : choice < 9 ? "weg" : "bewaar"));
        if (choice == 0)
            fields.Add(new("citaat", "Wie dit leest, weet weer hoe het zit."));
        else if (choice < 4)
            fields.Add(new("bij", $"Onderwerp {_random.Next(1, 20)}"));
        await PostAsync(form.GetAttribute("action")!, fields, stop);
    }

    /// <summary>What the form would send as it stands, without its buttons and what is filled in by hand.</summary>
    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Where(input => input.Name != "bij").Select(input => new KeyValuePair<string, string>(input.Name!, input.Value)),
        .. form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => new KeyValuePair<string, string>(select.Name!, select.Value ?? "")),
    ];

    private async Task<IHtmlDocument?> GetAsync(string path, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request, stop);
        if (answer.IsSuccessStatusCode)
            return Parser.ParseDocument(await answer.Content.ReadAsStringAsync(stop));
        count.Fault($"GET {path}: {(int)answer.StatusCode}");
        return null;
    }

    private async Task PostAsync(string path, List<KeyValuePair<string, string>> fields, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        using var answer = await SendAsync(request, stop);
        await answer.Content.ReadAsByteArrayAsync(stop);
        // A page instead of a redirect says that the other editor was first.
        if (answer.IsSuccessStatusCode || (int)answer.StatusCode is 302 or 303)
            Done++;
        else
            count.Fault($"POST {path}: {(int)answer.StatusCode}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        request.Headers.Add("Cookie", _cookies);
        var began = Stopwatch.GetTimestamp();
        var answer = await client.SendAsync(request, stop);
        count.Answered(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            _cookies = string.Join("; ", set.Select(cookie => cookie.Split(';')[0]).Where(cookie => !cookie.EndsWith('=')).Concat(_cookies.Split("; ")).DistinctBy(cookie => cookie.Split('=')[0]));
        return answer;
    }
}
