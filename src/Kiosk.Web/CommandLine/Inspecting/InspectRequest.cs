namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>What to look at: a file or a text, and as what.</summary>
internal sealed record InspectRequest
{
    /// <summary>feed, article, html, text, date, robots or pdf.</summary>
    public string? What { get; init; }

    /// <summary>A path; <c>-</c> is standard input.</summary>
    public string? File { get; init; }

    public string? Text { get; init; }

    /// <summary>For robots: whose product token to look for; absent for everyone.</summary>
    public string? Agent { get; init; }

    /// <summary>Where it was fetched from; relative links are taken from here. For robots the address to ask about. May be absent.</summary>
    public string? Url { get; init; }

    /// <summary>The HTTP header; may be absent.</summary>
    public string? ContentType { get; init; }
}
