using System.Globalization;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>Reads answers of OAI-PMH 2.0 repositories (openarchives.org): records in Dublin Core, in MODS, and in the DIDL that Dutch
/// repositories wrap around MODS (NL-DIDL).</summary>
public static class OaiReader
{
    private const int LongestToken = 4_000;

    /// <summary>Bytes in, an answer or the reason why not out. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered; null if unknown.</param>
    public static OaiReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) =>
        XmlAnswer.Read(body, contentType, url, "antwoord van een OAI-PMH-archief", "oai-pmh", problem => new OaiReading { Problem = problem }, xml => Remarked(Answer(xml.Root!, url), xml.Remark));

    private static OaiReading Remarked(OaiReading reading, string? remark) => reading with { Remark = Remarks.Join(remark, reading.Remark) };

    private static OaiReading Answer(FeedElement root, Uri? url)
    {
        var reading = root.Child("error") is { } error ? Failed(error) : Listed(root, url);
        return reading with { RespondedAt = Date(root.Child("responsedate")?.Text) };
    }

    private static OaiReading Failed(FeedElement error)
    {
        var code = error.Attribute("code") ?? "onbekend";
        var says = PlainText.Line(error.Text, 200) is { } text ? $" ({text})" : "";
        return new OaiReading
        {
            Error = code,
            Problem = code switch
            {
                OaiErrors.NoRecordsMatch => null,
                OaiErrors.BadResumptionToken => $"Het archief kent de bladwijzer niet meer waarmee we verder wilden lezen{says}. We beginnen opnieuw.",
                OaiErrors.CannotDisseminateFormat => $"Het archief geeft zijn gegevens niet in het formaat dat we vroegen{says}.",
                OaiErrors.BadArgument => $"Het archief begrijpt onze vraag niet{says}.",
                _ => $"Het archief meldt een fout: {AnswerProblems.Short(code)}{says}.",
            },
        };
    }

    private static OaiReading Listed(FeedElement root, Uri? url)
    {
        var list = root.Child("listrecords") ?? root.Child("getrecord") ?? root;
        var records = list.Children("record").Select(record => OaiRecord.Of(record, url)).ToList();
        return new OaiReading
        {
            Items = [.. records.Where(record => record.Item is not null).Select(record => record.Item!)],
            Deleted = [.. records.Where(record => record.IsDeleted).Select(record => record.Identifier!)],
            Token = Token(list.Child("resumptiontoken")),
            Remark = list.Child("resumptiontoken")?.Text?.Length > LongestToken ? "De bladwijzer naar de volgende bladzijde is onzinnig lang. Wat daarna komt, is niet gelezen." : null,
            Identity = root.Child("identify") is { } identify ? Identity(identify) : null,
            Prefixes = [.. (root.Child("listmetadataformats")?.Children("metadataformat") ?? [])
                .Select(format => format.Child("metadataprefix")?.Text).OfType<string>()],
            Sets = [.. (root.Child("listsets")?.Children("set") ?? []).Select(Set).OfType<OaiSet>()],
        };
    }

    // An empty token says that the list is complete.
    private static OaiToken? Token(FeedElement? element) => element?.Text is { Length: <= LongestToken } value
        ? new OaiToken(value, Number(element.Attribute("completelistsize")), Number(element.Attribute("cursor")), Date(element.Attribute("expirationdate")))
        : null;

    private static OaiIdentity Identity(FeedElement identify) => new(
        PlainText.Line(identify.Child("repositoryname")?.Text, 200),
        HasDayGranularity: identify.Child("granularity")?.Text is { } granularity && !granularity.Contains(':', StringComparison.Ordinal),
        Date(identify.Child("earliestdatestamp")?.Text));

    private static OaiSet? Set(FeedElement set) => set.Child("setspec")?.Text is { } spec ? new OaiSet(spec, PlainText.Line(set.Child("setname")?.Text, 200)) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static DateTimeOffset? Date(string? text) => DateText.TryParse(text, out var instant) ? instant : null;
}
