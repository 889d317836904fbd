using System.Text.Json;
using Kiosk.Ingest.Extraction.Body;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The picture that goes with the article. Trusted in this order: OpenGraph (which carries a description), Twitter, JSON-LD,
/// microdata, a link to it.</summary>
internal static class LeadImage
{
    public static FoundImage? Of(Page page)
    {
        var (origin, image) = Candidates(page).FirstOrDefault(static candidate => candidate.Image is not null);
        page.Why.Add("image", origin, image?.Url);
        return image;
    }

    private static IEnumerable<(string Origin, FoundImage? Image)> Candidates(Page page)
    {
        var meta = page.Meta;
        if (page.Links.Image(meta.First("og:image:secure_url", "og:image", "og:image:url")) is { } shared)
            yield return ("og:image", new FoundImage(shared, meta.First("og:image:alt", "twitter:image:alt")));
        if (page.Links.Image(meta.First("twitter:image", "twitter:image:src")) is { } card)
            yield return ("twitter:image", new FoundImage(card, meta.First("twitter:image:alt")));
        yield return ("JSON-LD image", page.JsonLd.Nodes(page.JsonLd.Article, "image").Concat(page.JsonLd.Nodes(page.JsonLd.Article, "thumbnailUrl"))
            .Select(node => Stated(page, node)).FirstOrDefault(static image => image is not null));
        yield return ("microdata image", Linked(page, meta.First("image", "thumbnailurl")));
        yield return ("link rel=image_src", Linked(page, page.Document.QuerySelector("link[rel~=image_src]")?.GetAttribute("href")));
    }

    private static FoundImage? Linked(Page page, string? address) => page.Links.Image(address) is { } url ? new FoundImage(url, null) : null;

    private static FoundImage? Stated(Page page, JsonElement node)
    {
        var address = node.ValueKind == JsonValueKind.String ? node.GetString() : page.JsonLd.Text(node, "url", "contentUrl", "@id");
        return address is { Length: > 0 } && page.Links.Image(address) is { } url ? new FoundImage(url, page.JsonLd.Text(node, "caption", "description")) : null;
    }
}
