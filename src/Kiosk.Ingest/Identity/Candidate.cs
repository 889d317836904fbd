using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kiosk.Ingest.Formats;

namespace Kiosk.Ingest.Identity;

/// <summary>An item with the names it may be known by and a hash of all the source gave: enough to see whether there is anything to store.</summary>
/// <param name="Item">What the parser yielded.</param>
/// <param name="Aliases">Names, the most trustworthy first; never empty.</param>
/// <param name="ContentHash">SHA-256 over every field of the item, in hex.</param>
public sealed record Candidate(Item Item, IReadOnlyList<string> Aliases, string ContentHash)
{
    /// <summary>Characters from which a text tells one article from another.</summary>
    private const int LeastText = 40;

    /// <summary>True if the item carries less than its article, which is read later: its text never takes the place of a longer one.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What was read behind the item; null if only the item itself is known.</summary>
    public PageText? Page { get; init; }

    /// <summary>The candidates of one document, each article once: of items that share a name, the first is kept.</summary>
    public static IReadOnlyList<Candidate> From(IReadOnlyList<Item> items, int sourceId)
    {
        var sharedLinks = SharedLinks(items);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var candidates = new List<Candidate>(items.Count);
        foreach (var item in items)
        {
            var aliases = AliasesOf(item, sourceId, sharedLinks);
            if (aliases.Any(taken.Contains))
                continue;
            taken.UnionWith(aliases);
            candidates.Add(new Candidate(item, aliases, HashOf(item)));
        }

        return candidates;
    }

    /// <summary>
    /// The candidate under more addresses of its page: where a redirect ended, what the page calls its own. An address above the item's own is none of them: a
    /// page that is gone leads home, and careless sites name the home page as the canonical one of every page.
    /// </summary>
    /// <param name="addresses">Null and what is no web address are passed over.</param>
    public Candidate AlsoAt(params IEnumerable<string?> addresses)
    {
        var own = CanonicalUrl.Of(Item.Link) ?? "";
        var more = addresses.Select(CanonicalUrl.Of).OfType<string>()
            .Where(key => key.Contains('/', StringComparison.Ordinal) && !own.StartsWith(key + "/", StringComparison.Ordinal))
            .Select(Alias.Url);
        return this with { Aliases = [.. Aliases.Union(more)] };
    }

    private static List<string> AliasesOf(Item item, int sourceId, HashSet<string> sharedLinks)
    {
        var aliases = new List<string>(item.Identifiers.Select(Alias.Identifier));
        if (item.Id is { } id)
            aliases.Add(Alias.Guid(sourceId, id));
        if (CanonicalUrl.Of(item.Link ?? "") is { } url && !(sharedLinks.Contains(url) && item.Id is not null))
            aliases.Add(Alias.Url(url));
        // Guids and links that change at every visit are common; the same words at the same time from the same source are not.
        // A title by itself is no such words.
        if (aliases.Count == 0)
            aliases.Add(Alias.Text(sourceId, Hash(item.Title, item.Summary, item.Content, Stamp(item.Published), item.Link)));
        else if ((item.Content ?? item.Summary)?.Length >= LeastText)
            aliases.Add(Alias.Text(sourceId, Hash(item.Title, item.Summary, item.Content, Stamp(item.Published))));
        return aliases;
    }

    /// <summary>Links under which one document lists several items with guids of their own: a home page, not an article.</summary>
    private static HashSet<string> SharedLinks(IReadOnlyList<Item> items) =>
        [.. items.Where(item => item.Link is not null && item.Id is not null)
            .GroupBy(item => CanonicalUrl.Of(item.Link!) ?? "", item => item.Id!, StringComparer.Ordinal)
            .Where(group => group.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(group => group.Key)];

    private static string HashOf(Item item) => Hash(
        [item.Id, item.Title, item.Link, Stamp(item.Published), Stamp(item.Updated),
            item.Summary, item.Content, item.Image, item.Language, item.Document, item.Type, item.Event?.ToString(),
            .. item.Authors, null, .. item.Categories, null, .. item.Identifiers]);

    private static string? Stamp(DateTimeOffset? time) => time?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    private static string Hash(params ReadOnlySpan<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(field ?? ""));
            hash.AppendData([field is null ? (byte)1 : (byte)0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
