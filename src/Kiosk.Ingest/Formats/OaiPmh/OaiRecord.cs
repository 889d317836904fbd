using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>One record: an item, or the notice that it is gone. A record of which nothing can be read is neither.</summary>
internal sealed record OaiRecord(string? Identifier, bool IsDeleted, Item? Item)
{
    public static OaiRecord Of(FeedElement record, Uri? url)
    {
        var header = record.Child("header");
        var identifier = header?.Child("identifier")?.Text;
        if (header?.Attribute("status") == "deleted")
            return new OaiRecord(identifier, identifier is not null, null);
        if (record.Child("metadata") is not { } metadata)
            return new OaiRecord(identifier, false, null);
        var description = metadata.Descendants().FirstOrDefault(element => element.Name == "mods") is { } mods
            ? ModsFields.Of(mods)
            : DublinCoreFields.Of(metadata.Elements.FirstOrDefault() ?? metadata);
        var item = Combined(description, DidlResources.Of(metadata), new FeedFields(url, FeedFields.ZoneOf(null, url))) with
        {
            Id = identifier,
            Updated = OaiReader.Date(header?.Child("datestamp")?.Text),
        };
        return new OaiRecord(identifier, false, item.Title is null && item.Link is null ? null : item);
    }

    private static Item Combined(Description description, DidlResources didl, FeedFields fields)
    {
        var addresses = description.Locations.Select(text => Addresses.Resolve(text, null)).OfType<string>().ToList();
        var identifiers = Identifiers.In([.. description.Locations, .. didl.Identifiers]);
        var document = didl.Document ?? addresses.Find(IsDocument);
        return new Item
        {
            Title = FeedFields.Title(description.Title),
            Link = didl.StartPage ?? addresses.Find(IsLandingPage) ?? identifiers.Select(Identifiers.Resolver).FirstOrDefault(link => link is not null) ?? document,
            Document = document,
            Identifiers = identifiers,
            Authors = FeedFields.Names(description.Authors.Distinct()),
            Published = fields.Date(description.Dates),
            Categories = FeedFields.Names(description.Subjects.Select(FeedFields.Title).Distinct()),
            Summary = Prose.Html(description.Abstract),
            Language = LanguageCode.Of(description.Language),
            Type = FeedFields.Title(description.Type),
        };
    }

    private static bool IsLandingPage(string address) => !IsDocument(address) && Identifiers.Of(address) is null;

    private static bool IsDocument(string address) =>
        new Uri(address).AbsolutePath is var path
        && (path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
            || path.Contains("/bitstream", StringComparison.OrdinalIgnoreCase)
            || path.Contains("/ws/files/", StringComparison.OrdinalIgnoreCase)
            || path.Contains("/ws/portalfiles/", StringComparison.OrdinalIgnoreCase));
}
