using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Opml;

/// <summary>Reads lists of feeds in OPML 1.0 and 2.0 (opml.org), nested and broken ones too.</summary>
public static class OpmlReader
{
    private const int LongestName = 200;
    private const int LongestUrl = 2_000;
    private const string TooMany = "Het bestand is erg lang: alleen het eerste deel is gelezen.";
    private const string Repaired = "Het bestand bevat fouten en is zo goed mogelijk gelezen. Kijk na of alle bronnen erbij zijn.";

    /// <summary>Bytes in, feeds or the reason why not out. Never throws for what is in the bytes.</summary>
    public static OpmlReading Read(ReadOnlyMemory<byte> body) => AnswerText.Read(body, contentType: null, Failed, Whole);

    private static OpmlReading Failed(string problem) => new()
    {
        Problem = problem == AnswerProblems.TooSlow ? "Dit bestand lezen duurde te lang." : "Dit bestand is leeg, of niet uit te pakken.",
    };

    private static OpmlReading Whole(string text)
    {
        var xml = XmlAnswer.Of(text, address: null);
        if (xml.IsAttack)
            return new OpmlReading { Problem = "Dit bestand bevat tekst die zichzelf eindeloos vermenigvuldigt. Dat is een bekende aanval, dus we lezen het niet." };
        return xml.Root is { Name: "opml" } root ? Listed(root, xml.Remark is null ? null : Repaired) : new OpmlReading { Problem = Instead(xml.Root?.Name) };
    }

    private static OpmlReading Listed(FeedElement root, string? remark)
    {
        var feeds = new List<OpmlFeed>();
        // Some writers forget the body.
        var isWhole = Collect(root.Elements.FirstOrDefault(element => element.Name == "body") ?? root, [], feeds);
        return feeds.Count == 0
            ? new OpmlReading { Problem = "In dit OPML-bestand staat geen enkele feed. Een feed staat er als <outline> met een xmlUrl." }
            : new OpmlReading { Feeds = feeds, Remark = Remarks.Join(remark, isWhole ? null : TooMany) };
    }

    private static bool Collect(FeedElement parent, IReadOnlyList<string> folders, List<OpmlFeed> feeds)
    {
        foreach (var outline in parent.Elements.Where(element => element.Name == "outline"))
        {
            if (feeds.Count >= MarkupLimits.Items)
                return false;
            var name = PlainText.Line(outline.Attribute("title") ?? outline.Attribute("text"), LongestName);
            if (outline.Attribute("xmlurl") is { Length: <= LongestUrl } url)
                feeds.Add(Feed(outline, url, name, folders));
            if (!Collect(outline, name is null || outline.Attribute("xmlurl") is not null ? folders : [.. folders, name], feeds))
                return false;
        }

        return true;
    }

    private static OpmlFeed Feed(FeedElement outline, string url, string? name, IReadOnlyList<string> folders) => new(url)
    {
        Title = name,
        SiteUrl = outline.Attribute("htmlurl"),
        Language = LanguageCode.Of(outline.Attribute("language")),
        Category = outline.Attribute("category")?.Split(',')[0].Split('/')[^1].Trim().ToLowerInvariant() is { Length: > 0 } category ? category : null,
        Folders = folders,
    };

    private static string Instead(string? root) => root switch
    {
        "rss" or "rdf" or "feed" => "Dit is een feed zelf, geen OPML-bestand met een lijst van feeds.",
        "html" => "Dit is een webpagina, geen OPML-bestand. Zoek in je feedlezer naar ‘exporteren’ en bewaar dat bestand.",
        _ => "Dit is geen OPML-bestand. Zo’n bestand begint met <opml>.",
    };
}
