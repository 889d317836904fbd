using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>Pictures and texts from Media RSS, iTunes, enclosures and, failing those, the HTML of the item.</summary>
internal static class MediaParts
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

    public static string? Description(FeedElement entry) =>
        FeedFields.Html(entry.First("media", "description") ?? entry.First("media", "group")?.First("media", "description"));

    /// <summary>The absolute address of the item's picture; null if it has none.</summary>
    public static string? Image(FeedElement entry, Item item, FeedFields fields)
    {
        var named = Pictures(entry).Where(picture => picture is not null && !IsPortrait(picture))
            .Select(picture => fields.Link(picture, entry.Base)).FirstOrDefault(FeedFields.IsWeb);
        return named ?? fields.FirstPicture(item);
    }

    /// <summary>The absolute address of a PDF that goes with the item; null if there is none.</summary>
    public static string? Pdf(FeedElement entry, FeedFields fields) =>
        entry.Elements.Where(element => element.Name == "enclosure" && IsPdf(element, "url")).Select(enclosure => enclosure.Attribute("url"))
            .Concat(AtomParts.All(entry, "link").Where(element => element.Attribute("rel") == "enclosure" && IsPdf(element, "href")).Select(link => link.Attribute("href")))
            .Select(address => fields.Link(address, entry.Base)).FirstOrDefault(FeedFields.IsWeb);

    private static bool IsPdf(FeedElement element, string address) => element.Attribute("type") is { } type
        ? type.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase)
        : element.Attribute(address)?.Split('?')[0].EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ?? false;

    private static IEnumerable<string?> Pictures(FeedElement entry)
    {
        var media = entry.All("media", "group").Prepend(entry).SelectMany(group => group.Elements.Where(element => element.Module == "media")).ToList();
        foreach (var content in media.Where(element => element.Name == "content" && IsPicture(element, "url")))
            yield return content.Attribute("url");
        foreach (var thumbnail in media.Concat(media.SelectMany(element => element.Elements)).Where(element => element.Is("media", "thumbnail")))
            yield return thumbnail.Attribute("url");
        yield return entry.First("itunes", "image")?.Attribute("href");
        foreach (var enclosure in entry.Elements.Where(element => element.Name == "enclosure" && IsPicture(element, "url")))
            yield return enclosure.Attribute("url");
        foreach (var link in AtomParts.All(entry, "link").Where(element => element.Attribute("rel") == "enclosure" && IsPicture(element, "href")))
            yield return link.Attribute("href");
        if (entry.First("", "image") is { } image)
            yield return image.First("", "url")?.Text ?? image.Attribute("href") ?? image.Text;
    }

    private static bool IsPicture(FeedElement element, string address) =>
        element.Attribute("medium") == "image"
        || (element.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? false)
        || (element.Attribute("type") is null && element.Attribute(address) is { } url
            && Array.Exists(Extensions, extension => url.Split('?')[0].EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    // Blogs add the face of who wrote it to every article.
    private static bool IsPortrait(string address) => address.Contains("/avatar/", StringComparison.OrdinalIgnoreCase);
}
