using Kiosk.Ingest.Identity;

namespace Kiosk.Ingest.Discovery;

/// <summary>Reads what an editor pastes: with or without <c>https://</c>, from a feed reader, with blanks around it.</summary>
internal static class PastedAddress
{
    private const int Longest = 2_000;

    /// <summary>The addresses to try, the best first; empty if it is no web address.</summary>
    public static IReadOnlyList<Uri> Read(string text)
    {
        text = text.Trim().Trim('<', '>', '"', '‘', '’');
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            text = text[5..].TrimStart('/');
        if (text.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase))
            text = text[9..];
        if (text.Length is 0 or > Longest || text.Any(char.IsWhiteSpace))
            return [];
        if (text.Contains("://", StringComparison.Ordinal))
            return Web(text) is { } url ? [url] : [];
        // Without a dot it is a word, not a site.
        return text.Contains('.', StringComparison.Ordinal) || text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase)
            ? [.. new[] { Web($"https://{text}"), Web($"http://{text}") }.OfType<Uri>()]
            : [];
    }

    private static Uri? Web(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && WebHost.Of(url) is not null && url.UserInfo.Length == 0 ? url : null;
}
