using AngleSharp.Dom;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>schema.org's Event in microdata (HTML, section 5).</summary>
internal static class MicrodataEvent
{
    public static SchemaEvent Of(IElement scope) => new()
    {
        Name = Value(scope, "name"),
        Url = Value(scope, "url"),
        Start = Value(scope, "startDate"),
        End = Value(scope, "endDate"),
        Description = Value(scope, "description"),
        Place = Place(scope),
        Offer = First(scope, "offers") is { } offer ? Value(offer, "url") : null,
        Image = Value(scope, "image"),
        Status = Value(scope, "eventStatus"),
        Organizers = [Name(First(scope, "organizer"))],
    };

    private static IReadOnlyList<string?> Place(IElement scope)
    {
        if (First(scope, "location") is not { } location)
            return [];
        if (!location.HasAttribute("itemscope"))
            return [location.TextContent];
        var address = First(location, "address") ?? location;
        return [Value(location, "name"), Value(address, "streetAddress"), $"{Value(address, "postalCode")} {Value(address, "addressLocality")}".Trim()];
    }

    private static string? Name(IElement? element) => element is not null && element.HasAttribute("itemscope") ? Value(element, "name") : element?.TextContent;

    private static string? Value(IElement scope, string name) => First(scope, name) is { } element
        ? element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.TextContent
        : null;

    // A property of an inner item is not this item's.
    private static IElement? First(IElement scope, string name) => scope.QuerySelectorAll($"[itemprop~='{name}']")
        .FirstOrDefault(element => ReferenceEquals(element.ParentElement?.Closest("[itemscope]"), scope));
}
