using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Kiosk.Web.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org).</summary>
public static class JsonFeedWriter
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The feed in UTF-8.</summary>
    public static byte[] Write(OutFeed feed)
    {
        var json = Top(feed);
        if (feed.Hub is { } hub)
            json["hubs"] = new JsonArray(new JsonObject { ["type"] = "WebSub", ["url"] = hub.AbsoluteUri });
        return JsonSerializer.SerializeToUtf8Bytes(json, Json);
    }

    private static JsonObject Top(OutFeed feed) => new()
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = feed.Title,
        ["description"] = feed.Description,
        ["home_page_url"] = feed.Home.AbsoluteUri,
        ["feed_url"] = feed.Self.AbsoluteUri,
        ["language"] = "nl",
        ["items"] = new JsonArray([.. feed.Entries.Select(Item)]),
    };

    private static JsonObject Item(OutEntry entry)
    {
        var item = new JsonObject
        {
            ["id"] = entry.Id,
            ["url"] = entry.Link.AbsoluteUri,
            ["title"] = entry.Title,
            ["date_published"] = AtomWriter.Date(entry.Published),
            ["date_modified"] = AtomWriter.Date(entry.Updated),
            ["authors"] = new JsonArray([.. entry.Authors.Select(author => new JsonObject { ["name"] = author })]),
            ["tags"] = new JsonArray([.. entry.Categories.Select(category => JsonValue.Create(category))]),
        };
        if (entry.Summary.Length > 0)
            item["summary"] = entry.Summary;
        // An item must have a content of some kind, be it empty.
        item[entry.Content.Length > 0 ? "content_html" : "content_text"] = entry.Content.Length > 0 ? entry.Content : entry.Summary;
        if (entry.Language is not null)
            item["language"] = entry.Language;
        return item;
    }
}
