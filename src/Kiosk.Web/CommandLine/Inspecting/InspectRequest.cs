using System.Text.Json.Serialization;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>What to look at: a file or a text, and as what.</summary>
internal sealed record InspectRequest
{
    /// <summary>feed, article, sitemap, oai, site, html, text, date, robots or pdf.</summary>
    public string? What { get; init; }

    /// <summary>A path or a web address; <c>-</c> is standard input.</summary>
    public string? File { get; init; }

    public string? Text { get; init; }

    /// <summary>For robots: whose product token to look for; absent for everyone.</summary>
    public string? Agent { get; init; }

    /// <summary>
    /// Where it was fetched from; relative links are taken from here. For robots the address to ask about. May be absent. With neither file nor
    /// text it is fetched, except for robots.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>The HTTP header; may be absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>What was fetched; null if nothing was.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The address to fetch; null if there is a file or a text.</summary>
    [JsonIgnore]
    public string? Address => IsWeb(File) ? File : File is null && Text is null && What != "robots" && IsWeb(Url) ? Url : null;

    public static bool IsWeb(string? path) =>
        path is not null && (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
