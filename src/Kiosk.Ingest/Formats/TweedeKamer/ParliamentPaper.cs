using System.Globalization;
using System.Text.Json;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.TweedeKamer;

/// <summary>One document of parliament.</summary>
internal static class ParliamentPaper
{
    private const string Site = "https://www.tweedekamer.nl/kamerstukken/detail";

    /// <summary>Null if it was removed, or has neither subject nor title.</summary>
    public static Item? Of(JsonElement document, Uri? url)
    {
        var subject = FeedFields.Title(document.Text("Onderwerp"));
        var title = FeedFields.Title(document.Text("Titel"));
        if (document.At("Verwijderd").ValueKind == JsonValueKind.True || (subject ?? title) is not { } headline)
            return null;
        var fields = new FeedFields(url, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        var number = Plain(document.Text("DocumentNummer"));
        var paper = Paper(document);
        return new Item
        {
            Id = document.Text("Id") ?? number,
            Title = headline,
            Link = number is null ? null : $"{Site}?id={Plain(Case(document).Text("Nummer")) ?? number}&did={number}",
            Document = Resource(document, url),
            Published = fields.Date([document.Text("Datum"), document.Text("DatumRegistratie")]),
            Updated = fields.Date([document.Text("GewijzigdOp"), document.Text("ApiGewijzigdOp")]),
            // The title is that of the whole dossier: it says what the subject is about.
            Summary = title is null || title == headline ? null : PlainText.ToHtml(title),
            Authors = FeedFields.Names(document.List("DocumentActor").Where(IsFirstSigner).Select(actor => FeedFields.Title(actor.Text("ActorNaam"))).Distinct()),
            Categories = FeedFields.Names([FeedFields.Title(document.Text("Soort")), paper is null ? null : "Kamerstuk " + paper]),
            Identifiers = paper is null ? [] : ["kst-" + paper.Replace(' ', '-')],
            Type = FeedFields.Title(document.Text("Soort")),
            Language = "nl",
        };
    }

    private static JsonElement Case(JsonElement document) => document.List("Zaak").FirstOrDefault(zaak => zaak.Text("Nummer") is not null);

    /// <summary>Dossier and sequence number as people write them: "36931-XV 12"; null if there is no dossier.</summary>
    private static string? Paper(JsonElement document)
    {
        var dossier = document.List("Kamerstukdossier").Concat(document.List("Zaak").SelectMany(zaak => zaak.List("Kamerstukdossier")))
            .FirstOrDefault(found => found.Text("Nummer") is not null);
        if (Plain(dossier.Text("Nummer")) is not { } number)
            return null;
        var addition = Plain(dossier.Text("Toevoeging")) is { } extra ? "-" + extra.TrimStart('-') : "";
        // -1 means that it has none.
        return document.Number("Volgnummer") is > 0 and var sequence ? string.Create(CultureInfo.InvariantCulture, $"{number}{addition} {sequence}") : number + addition;
    }

    private static bool IsFirstSigner(JsonElement actor) => actor.Text("Relatie") is null or "Eerste ondertekenaar" or "Afzender" or "Mede ondertekenaar";

    private static string? Resource(JsonElement document, Uri? url) =>
        url is not null && Guid.TryParse(document.Text("Id"), out var id) && (document.Text("ContentType")?.Contains("pdf", StringComparison.OrdinalIgnoreCase) ?? false)
            ? Addresses.Resolve($"/OData/v4/2.0/Document({id:D})/resource", url)
            : null;

    // Goes into an address as it is.
    private static string? Plain(string? text) => text is { Length: <= 40 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : null;
}
