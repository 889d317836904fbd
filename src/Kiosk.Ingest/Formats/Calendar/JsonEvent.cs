using System.Text.Json;
using Kiosk.Ingest.Formats.Answers;

namespace Kiosk.Ingest.Formats.Calendar;

/// <summary>schema.org's Event in JSON-LD. A property is a text, an object or a list of them, as its author liked.</summary>
internal static class JsonEvent
{
    public static SchemaEvent Of(JsonElement node) => new()
    {
        Id = node.Text("@id"),
        Name = Named(node, "name"),
        Url = Address(node, "url") ?? node.Text("mainEntityOfPage") ?? node.Text("mainEntityOfPage", "@id"),
        Start = node.Text("startDate"),
        End = node.Text("endDate"),
        Description = Named(node, "description"),
        Place = [.. node.List("location").SelectMany(Place)],
        Offer = node.List("offers").Select(offer => offer.Text("url")).FirstOrDefault(url => url is not null) ?? node.Text("registrationUrl"),
        Image = node.List("image").Select(image => image.Text() ?? image.Text("url") ?? image.Text("contentUrl")).FirstOrDefault(),
        Status = node.Text("eventStatus"),
        Organizers = [.. node.List("organizer").Select(organizer => organizer.Text() ?? Named(organizer, "name"))],
    };

    private static string? Address(JsonElement node, string name) => node.List(name).Select(url => url.Text() ?? url.Text("@id")).FirstOrDefault();

    private static string? Named(JsonElement node, string name) => node.List(name).Select(text => text.Text() ?? text.Text("@value")).FirstOrDefault(text => text is not null);

    private static IEnumerable<string?> Place(JsonElement location)
    {
        var address = location.At("address");
        return
        [
            location.Text(), Named(location, "name"), address.Text(), address.Text("streetAddress"),
            $"{address.Text("postalCode")} {address.Text("addressLocality")}".Trim(), location.Text("@type") == "VirtualLocation" ? location.Text("url") : null,
        ];
    }
}
