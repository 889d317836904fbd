using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Kiosk.Browser.Tests;

/// <summary>Notes whatever a visit should not cause: a request to elsewhere, a missing file, an error in script or of the content security policy.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> _faults = new();

    /// <param name="address">Of the kiosk; every other origin is elsewhere.</param>
    public Watch(IBrowserContext context, string address)
    {
        context.Request += (_, request) => Note(!request.Url.StartsWith($"{address}/", StringComparison.Ordinal), $"Request to elsewhere: {request.Url}");
        context.Response += (_, response) => Note(response.Status >= 400 && !response.Request.IsNavigationRequest, $"{response.Status}: {response.Url}");
        context.Console += (_, message) => Note(message.Type == "error" && !IsAboutAnAnswer(message), $"Console: {message.Text}");
        context.WebError += (_, error) => Note(true, $"Script: {error.Error}");
    }

    public IEnumerable<string> Faults => _faults;

    /// <summary>Chromium repeats bad answers in its console; <see cref="Watch"/> looks at the answers themselves.</summary>
    private static bool IsAboutAnAnswer(IConsoleMessage message) => message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal)
        || message.Text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal); // Only a test takes the network away.

    private void Note(bool isFault, string fault)
    {
        if (isFault)
            _faults.Enqueue(fault);
    }
}
