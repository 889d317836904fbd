using Kiosk.Data;

namespace Kiosk.Ingest.Discovery;

/// <summary>What a site offers to be read.</summary>
/// <param name="Address">The address that was looked at, after redirects.</param>
/// <param name="Candidates">Checked by reading them, the best first; empty if there is nothing.</param>
/// <param name="Problem">In Dutch, why nothing was found; null if something was.</param>
/// <param name="Remark">In Dutch, what to know of the search itself; null if nothing.</param>
public sealed record SiteFindings(string Address, IReadOnlyList<SourceCandidate> Candidates, string? Problem = null, string? Remark = null);

/// <summary>Something on a site that can be a source as it stands.</summary>
public sealed record SourceCandidate
{
    public required SourceFormat Format { get; init; }

    /// <summary>Absolute; what to fill in as the address of the source.</summary>
    public required string Url { get; init; }

    /// <summary>What it calls itself; null if nothing.</summary>
    public string? Title { get; init; }

    /// <summary>In Dutch, for editors: where it was found, what it brings, and what speaks against it.</summary>
    public required string Why { get; init; }

    /// <summary>Higher is better; means something within one search only.</summary>
    public required int Rank { get; init; }

    /// <summary>How many items came in the first piece.</summary>
    public required int Count { get; init; }

    /// <summary>The first ten items.</summary>
    public required IReadOnlyList<FoundItem> Items { get; init; }
}

/// <summary>An item of a candidate, as the list shows it.</summary>
/// <param name="Title">Plain text; the address where the list gives no title.</param>
/// <param name="Url">Null if it has none.</param>
/// <param name="Published">Null if the list does not tell.</param>
public sealed record FoundItem(string Title, string? Url, DateTimeOffset? Published);
