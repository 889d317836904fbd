using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>What a DIDL points to: the page for people, the file itself, and its persistent identifiers. The kind of each inner Item stands
/// in rdf:type/@rdf:resource (DIDL 3.0) or in dip:ObjectType (2.3).</summary>
internal sealed record DidlResources(string? StartPage, string? Document, IReadOnlyList<string?> Identifiers)
{
    private static readonly DidlResources None = new(null, null, []);

    public static DidlResources Of(FeedElement metadata)
    {
        if (metadata.Descendants().FirstOrDefault(element => element.Name == "didl") is not { } didl)
            return None;
        var items = didl.Descendants().Where(element => element.Name == "item").ToList();
        var files = items.FindAll(item => Kind(item).EndsWith("objectFile", StringComparison.OrdinalIgnoreCase) && !IsClosed(item)).ConvertAll(Resource);
        return new DidlResources(
            Address(Resource(items.Find(item => Kind(item).EndsWith("humanStartPage", StringComparison.OrdinalIgnoreCase)))),
            Address(files.Find(IsPdf) ?? files.FirstOrDefault()),
            [.. items.SelectMany(Statements).SelectMany(statement => statement.Children("identifier")).Select(identifier => identifier.Text)]);
    }

    // The item's own descriptors, not those of the items in it.
    private static IEnumerable<FeedElement> Statements(FeedElement item) =>
        item.Children("descriptor").SelectMany(descriptor => descriptor.Children("statement"));

    private static string Kind(FeedElement item)
    {
        foreach (var statement in Statements(item))
            if ((statement.Child("type")?.AnyAttribute("resource") ?? statement.Child("objecttype")?.Text ?? statement.Child("type")?.Text) is { } kind)
                return kind;
        return "";
    }

    private static bool IsClosed(FeedElement item) => Statements(item).Select(statement => statement.Child("accessrights")?.Text)
        .Any(rights => rights is not null && (rights.Contains("closed", StringComparison.OrdinalIgnoreCase) || rights.Contains("restricted", StringComparison.OrdinalIgnoreCase)));

    private static FeedElement? Resource(FeedElement? item) => item?.Child("component")?.Child("resource");

    private static bool IsPdf(FeedElement? resource) => resource?.Attribute("mimetype")?.Contains("pdf", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string? Address(FeedElement? resource) => Addresses.Resolve(resource?.Attribute("ref") ?? resource?.Text, null);
}
