using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.OaiPmh;
using Kiosk.Ingest.Formats.Sitemaps;

namespace Kiosk.Web.CommandLine.Inspecting;

/// <summary>What the kiosk makes of sitemaps and repositories.</summary>
internal static class ListInspection
{
    public static object Sitemap(byte[] bytes, InspectRequest request)
    {
        var reading = SitemapReader.Read(bytes, request.ContentType, Inspector.Address(request));
        if (reading.Problem is not null)
            return new { error = reading.Problem };
        return new
        {
            IsIndex = reading.Children.Count > 0,
            reading.Remark,
            Count = reading.Items.Count,
            reading.Children,
            Items = reading.Items.Select(item => new { item.Link, item.Updated, item.Title, item.Published, item.Language, item.Image }),
        };
    }

    public static object Oai(byte[] bytes, InspectRequest request)
    {
        var reading = OaiReader.Read(bytes, request.ContentType, Inspector.Address(request));
        if (reading.Problem is not null)
            return new { error = reading.Problem, Code = reading.Error };
        return new
        {
            reading.Identity,
            reading.RespondedAt,
            Code = reading.Error,
            reading.Remark,
            reading.Prefixes,
            reading.Sets,
            reading.Token,
            reading.Deleted,
            Count = reading.Items.Count,
            Items = reading.Items.Select(Record),
        };
    }

    private static object Record(Item item) => new
    {
        item.Id,
        item.Title,
        item.Link,
        item.Document,
        item.Published,
        item.Updated,
        item.Authors,
        item.Categories,
        item.Summary,
        item.Language,
        item.Type,
        item.Identifiers,
    };
}
