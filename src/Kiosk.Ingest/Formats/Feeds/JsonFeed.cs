using System.Text.Json;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    /// <summary>Null if this is no JSON Feed: the root is no object, or it has no items.</summary>
    public static FeedDocument? Read(JsonElement root, Uri? address)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array
            || !IsFeed(root, items))
            return null;
        var language = Text(root, "language");
        var link = new FeedFields(address, null).Link(Text(root, "home_page_url"), null);
        var home = FeedFields.IsWeb(link) && Uri.TryCreate(link, UriKind.Absolute, out var found) ? found : address;
        var fields = new FeedFields(home, FeedFields.ZoneOf(language, home));
        var authors = Authors(root);
        return new FeedDocument
        {
            Title = FeedFields.Title(Text(root, "title")),
            Link = link,
            Description = Text(root, "description"),
            Language = language,
            Authors = authors,
            Items = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(MarkupLimits.Items)
                .Select(item => Entry(item, authors, fields))],
        };
    }

    private static bool IsFeed(JsonElement root, JsonElement items) =>
        root.TryGetProperty("version", out _) || root.TryGetProperty("home_page_url", out _)
        || items.EnumerateArray().Take(1).Any(item => item.ValueKind == JsonValueKind.Object
            && (item.TryGetProperty("content_html", out _) || item.TryGetProperty("content_text", out _) || item.TryGetProperty("url", out _)));

    private static Item Entry(JsonElement item, IReadOnlyList<string> inherited, FeedFields fields)
    {
        var id = Text(item, "id");
        var plain = Text(item, "content_text");
        var read = new Item
        {
            Id = id,
            Title = FeedFields.Title(Text(item, "title")),
            Link = fields.Link(Text(item, "url") ?? Text(item, "external_url"), null) ?? (FeedFields.IsWeb(id) ? id : null),
            Published = fields.Date([Text(item, "date_published")]),
            Updated = fields.Date([Text(item, "date_modified")]),
            Authors = Authors(item) is { Count: > 0 } own ? own : inherited,
            Categories = FeedFields.Names(Elements(item, "tags").Select(tag => tag.ValueKind == JsonValueKind.String ? FeedFields.Title(tag.GetString()) : null)),
            Summary = Text(item, "summary"),
            Content = Text(item, "content_html") ?? (plain is not null && plain.Contains('<', StringComparison.Ordinal) ? PlainText.ToHtml(plain) : plain),
            Language = Text(item, "language"),
            Document = Attachment(item, "application/pdf", fields),
        };
        var image = fields.Link(Text(item, "image") ?? Text(item, "banner_image"), null) ?? Attachment(item, "image/", fields);
        return read with { Image = FeedFields.IsWeb(image) ? image : fields.FirstPicture(read) };
    }

    /// <summary>The absolute address of the first attachment of this type; null if there is none.</summary>
    private static string? Attachment(JsonElement item, string type, FeedFields fields) => Elements(item, "attachments")
        .Where(attachment => attachment.ValueKind == JsonValueKind.Object && (Text(attachment, "mime_type")?.StartsWith(type, StringComparison.OrdinalIgnoreCase) ?? false))
        .Select(attachment => fields.Link(Text(attachment, "url"), null)).FirstOrDefault(FeedFields.IsWeb);

    // 1.0 has author, 1.1 authors; some write both, with different people.
    private static IReadOnlyList<string> Authors(JsonElement parent)
    {
        var listed = Elements(parent, "authors").ToList();
        if (parent.TryGetProperty("author", out var single))
            listed.Insert(0, single);
        return [.. FeedFields.Names(listed.Select(Person)).Distinct()];
    }

    private static string? Person(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.Object => PersonName.Of(Text(author, "name")) ?? PersonName.Of(Text(author, "url")),
        JsonValueKind.String => PersonName.Of(author.GetString()),
        _ => null,
    };

    // Some leave out the brackets of a list of one.
    private static JsonElement[] Elements(JsonElement parent, string name) =>
        !parent.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string? Text(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
