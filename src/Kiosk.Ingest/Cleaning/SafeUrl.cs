using System.Text;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Lets through the addresses that may stand in a clean body, made absolute.</summary>
/// <param name="baseUrl">What relative addresses are relative to; null or anything but http(s) leaves them out.</param>
internal sealed class SafeUrl(Uri? baseUrl)
{
    private const int MaxLength = 2_000;

    private readonly Uri? _baseUrl = baseUrl is { IsAbsoluteUri: true } && IsWeb(baseUrl) ? baseUrl : null;

    /// <summary>An http(s), mailto or tel address; null if it is anything else.</summary>
    public string? Link(string? raw)
    {
        var text = Tidy(raw);
        return Scheme(text) switch
        {
            "mailto" => Mail(text),
            "tel" => Telephone(text),
            _ => Web(text),
        };
    }

    /// <summary>An http(s) address; null if it is anything else.</summary>
    public string? Image(string? raw) => Web(Tidy(raw));

    private string? Web(string text)
    {
        if (text.Length is 0 or > MaxLength || !TryResolve(text, out var url) || !IsWeb(url) || url.Host.Length == 0)
            return null;
        // Without a name and password that may make another host look like the one that is linked.
        var clean = url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
        return clean.Length <= MaxLength ? clean : null;
    }

    private bool TryResolve(string text, out Uri url)
    {
        if (Scheme(text) is "http" or "https")
            return Uri.TryCreate(text, UriKind.Absolute, out url!);
        url = null!;
        if (Scheme(text) is not null)
            return false;
        if (text.StartsWith("//", StringComparison.Ordinal))
            return Uri.TryCreate((_baseUrl?.Scheme ?? Uri.UriSchemeHttps) + ":" + text, UriKind.Absolute, out url!);
        return _baseUrl is not null && Uri.TryCreate(_baseUrl, text, out url!);
    }

    /// <summary>What a browser reads (URL Standard): controls and spaces around it go, tabs and line ends inside too, a backslash is a slash.</summary>
    private static string Tidy(string? raw)
    {
        var text = Characters.Repair(raw);
        var tidy = new StringBuilder(text.Length);
        var inPath = true;
        foreach (var c in text)
        {
            if (c is '\t' or '\n' or '\r' or '\f')
                continue;
            inPath &= c is not ('?' or '#');
            tidy.Append(inPath && c == '\\' ? '/' : c);
        }

        return tidy.ToString().Trim();
    }

    /// <summary>The scheme in lower case; null if the address is relative.</summary>
    private static string? Scheme(string text)
    {
        var colon = text.IndexOfAny([':', '/', '?', '#']);
        return colon >= 0 && text[colon] == ':' ? text[..colon].ToLowerInvariant() : null;
    }

    private static bool IsWeb(Uri url) => url.Scheme is "http" or "https";

    private static string? Mail(string text) =>
        text.Length <= MaxLength && text.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var mail) && mail.Scheme == "mailto"
            ? mail.AbsoluteUri
            : null;

    private static string? Telephone(string text)
    {
        var number = string.Concat(text.AsSpan(4).ToString().Where(static c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or '(' or ')'));
        return number.Length is > 2 and < 40 ? "tel:" + number : null;
    }
}
