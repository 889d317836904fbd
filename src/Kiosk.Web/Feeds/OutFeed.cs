namespace Kiosk.Web.Feeds;

/// <summary>A feed that the kiosk gives, whatever it is of and in whatever format. All addresses are whole.</summary>
/// <param name="Home">The page for people.</param>
/// <param name="Self">Where the feed itself stands.</param>
/// <param name="Updated">When anything in it last changed.</param>
/// <param name="Entries">The newest first.</param>
public sealed record OutFeed(string Title, string Description, Uri Home, Uri Self, DateTimeOffset Updated, IReadOnlyList<OutEntry> Entries)
{
    /// <summary>The hub that tells at once what is new in it (WebSub); null if there is none.</summary>
    public Uri? Hub { get; init; }

    /// <summary>More than a reader that comes by once a day misses.</summary>
    public const int MostEntries = 50;
}

/// <summary>An entry of a feed, already cut to what its source lets us give.</summary>
/// <param name="Id">Stays the same whatever else changes.</param>
/// <param name="Summary">Plain text; empty if there is none.</param>
/// <param name="Content">Clean HTML of the whole; empty if it may not be given.</param>
/// <param name="Language">BCP 47; null if unknown.</param>
public sealed record OutEntry(
    string Id, string Title, Uri Link, DateTimeOffset Published, DateTimeOffset Updated, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories,
    string Summary, string Content, string? Language);
