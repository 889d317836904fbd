using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>Events that a page describes with schema.org's Event: in JSON-LD, else in microdata.</summary>
internal static class SchemaEvents
{
    private const int MostScripts = 200;
    private const int DeepestGraph = 12;

    public static IReadOnlyList<Item> In(IHtmlDocument page, Uri? url)
    {
        var found = new List<SchemaEvent>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json' i]").Take(MostScripts))
            Gather(script.TextContent, found);
        if (found.Count == 0)
            found.AddRange(page.QuerySelectorAll("[itemtype*='schema.org/']").Where(IsEvent).Take(MarkupLimits.Items).Select(MicrodataEvent.Of));
        return [.. found.Select(each => each.ToItem(url)).OfType<Item>().DistinctBy(item => (item.Title, item.Event!.Starts, item.Link))];
    }

    public static bool IsEventType(string? type) => type is not null && (type.EndsWith("Event", StringComparison.Ordinal) || type is "Hackathon" or "Festival");

    private static bool IsEvent(IElement element) => (element.GetAttribute("itemtype") ?? "").Split(' ').Any(IsEventType);

    private static void Gather(string json, List<SchemaEvent> found)
    {
        using var document = Feeds.JsonReading.Of(json.Trim(), out _);
        if (document is not null)
            Gather(document.RootElement, found, depth: 0);
    }

    private static void Gather(JsonElement node, List<SchemaEvent> found, int depth)
    {
        if (depth > DeepestGraph || found.Count >= MarkupLimits.Items)
            return;
        if (node.ValueKind == JsonValueKind.Object && node.List("@type").Any(type => IsEventType(type.Text())))
            found.Add(JsonEvent.Of(node));
        var inner = node.ValueKind switch
        {
            JsonValueKind.Array => node.EnumerateArray(),
            JsonValueKind.Object => node.List("@graph").Concat(node.List("itemListElement")).Concat(node.List("item")).Concat(node.List("event"))
                .Concat(node.List("events")).Concat(node.List("mainEntity")).Concat(node.List("subEvent")),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var child in inner)
            Gather(child, found, depth + 1);
    }
}
