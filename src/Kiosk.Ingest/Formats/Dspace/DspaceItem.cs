using System.Text.Json;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;

namespace Kiosk.Ingest.Formats.Dspace;

/// <summary>One item of DSpace as ours.</summary>
internal static class DspaceItem
{
    private const int MostFiles = 200;

    /// <summary>Null if it has no title, or may not be found.</summary>
    public static Item? Of(JsonElement item, Uri? url)
    {
        string? First(params ReadOnlySpan<string> names) => Values(item, names).FirstOrDefault();
        var title = FeedFields.Title(First("dc.title") ?? item.Text("name"));
        if (title is null || item.At("discoverable").ValueKind == JsonValueKind.False || item.At("withdrawn").ValueKind == JsonValueKind.True)
            return null;
        var fields = new FeedFields(url, FeedFields.ZoneOf(null, url));
        var locations = Values(item, "dc.identifier.uri", "dc.identifier.doi", "dc.identifier.urn", "dc.identifier.other", "dc.identifier").ToList();
        return new Item
        {
            Id = item.Text("handle") ?? item.Text("uuid") ?? item.Text("id"),
            Title = title,
            Link = locations.Select(text => Addresses.Resolve(text, null)).FirstOrDefault(link => link is not null) ?? Page(item, url),
            Document = Pdf(item, url),
            Identifiers = Identifiers.In([.. locations, item.Text("handle") is { } handle ? "hdl:" + handle : null]),
            Authors = FeedFields.Names(Values(item, "dc.contributor.author", "dc.creator", "dc.contributor").Select(PersonName.Of).Distinct()),
            Published = fields.Date(Values(item, "dc.date.issued", "dc.date.available", "dc.date.created")),
            Updated = fields.Date([item.Text("lastModified")]),
            Summary = Prose.Html(First("dc.description.abstract", "dc.description")),
            Categories = FeedFields.Names(Values(item, "dc.subject", "dc.subject.keyword", "dc.subject.other").Select(FeedFields.Title).Distinct()),
            Language = LanguageCode.Of(First("dc.language.iso", "dc.language")),
            Type = FeedFields.Title(First("dc.type")),
        };
    }

    /// <summary>The values of the first of these fields that has any. DSpace 7 maps names to lists of values, DSpace 6 lists pairs.</summary>
    private static List<string> Values(JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var values = item.At("metadata").ValueKind == JsonValueKind.Array
                ? item.List("metadata").Where(pair => pair.Text("key") == name).ToList()
                : [.. item.List("metadata", name)];
            var texts = values.Select(value => value.Text("value") ?? value.Text()).OfType<string>().ToList();
            if (texts.Count > 0)
                return texts;
        }
        return [];
    }

    private static string? Page(JsonElement item, Uri? url)
    {
        if (url is null || (item.Text("handle") ?? item.Text("uuid")) is not { } name)
            return null;
        return Addresses.Resolve((item.Text("handle") is null ? "/items/" : "/handle/") + name, url);
    }

    // Where the answer carries bundles or bitstreams, the first PDF of the originals; licences and thumbnails are files too.
    private static string? Pdf(JsonElement item, Uri? url)
    {
        var bundles = item.List("_embedded", "bundles", "_embedded", "bundles").Concat(item.List("_embedded", "bundles")).Take(MostFiles);
        var files = bundles.Where(bundle => bundle.Text("name") is null or "ORIGINAL")
            .SelectMany(bundle => bundle.List("_embedded", "bitstreams", "_embedded", "bitstreams").Concat(bundle.List("bitstreams")))
            .Concat(item.List("bitstreams")).Take(MostFiles);
        var pdf = files.FirstOrDefault(file => IsPdf(file.Text("name")) || IsPdf(file.Text("mimeType")));
        return Addresses.Resolve(pdf.Text("_links", "content", "href") ?? pdf.Text("retrieveLink"), url);
    }

    private static bool IsPdf(string? name) => name?.EndsWith("pdf", StringComparison.OrdinalIgnoreCase) ?? false;
}
