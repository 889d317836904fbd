using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Rechtspraak;

/// <summary>Reads the text of a ruling of data.rechtspraak.nl (uitspraken/content): RDF about it, its summary and the whole.</summary>
public static class RulingReader
{
    /// <summary>Bytes in, a ruling or the reason why not out. Never throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered; null if unknown.</param>
    public static RulingReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? url) =>
        XmlAnswer.Read(body, contentType, url, "uitspraak van de Rechtspraak", "open-rechtspraak", problem => new RulingReading { Problem = problem }, xml => Ruling(xml.Root!) with { Remark = xml.Remark });

    private static RulingReading Ruling(FeedElement root)
    {
        // The first description is of the ruling, the second of its page; a field of the first counts.
        var facts = root.Descendants().Where(element => element.Name == "description").SelectMany(description => description.Elements).ToList();
        string? First(string name) => facts.Find(fact => fact.Name == name && fact.Text is not null)?.Text;
        if ((Ecli.In(First("identifier")) ?? root.Elements.Select(part => Ecli.In(part.Attribute("id"))).FirstOrDefault(id => id is not null)) is not { } ecli)
            return new RulingReading { Problem = "In dit antwoord staat geen ECLI, dus het is niet te zeggen welke uitspraak het is." };
        var laws = FeedFields.Names(facts.Where(fact => fact.Name == "references").Select(FeedFields.Title).Distinct());
        var subjects = facts.Where(fact => fact.Name == "subject").SelectMany(fact => (fact.Text ?? "").Split(';')).Select(FeedFields.Title);
        var court = FeedFields.Title(First("creator"));
        var text = root.Child("uitspraak") ?? root.Child("conclusie");
        var fields = new FeedFields(null, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        return new RulingReading
        {
            Court = court,
            DecidedAt = fields.Date([First("date")]),
            CaseNumbers = FeedFields.Names(facts.Where(fact => fact.Name == "zaaknummer").SelectMany(fact => (fact.Text ?? "").Split(',', ';')).Select(FeedFields.Title).Distinct()),
            Laws = laws,
            Item = new Item
            {
                Id = ecli,
                Identifiers = [ecli],
                Link = Ecli.Deeplink(ecli),
                Title = Ecli.Headline(First("title")) ?? ecli,
                Published = fields.Date([First("issued"), First("date")]),
                Updated = fields.Date([First("modified")]),
                Authors = court is null ? [] : [court],
                Categories = FeedFields.Names(subjects.Distinct()),
                Summary = Summary(root.Child("inhoudsindicatie")) ?? Prose.Html(First("abstract")),
                Content = text is null ? null : Body(text, laws),
                Type = FeedFields.Title(First("type")) ?? (text?.Name == "conclusie" ? "Conclusie" : "Uitspraak"),
                Language = "nl",
            },
        };
    }

    private static string? Summary(FeedElement? indication) =>
        indication?.Text is { } text && text.Trim('-', ' ', '\u2013').Length > 0 ? RulingMarkup.Html(indication) : null;

    private static string? Body(FeedElement text, IReadOnlyList<string> laws)
    {
        var body = RulingMarkup.Html(text);
        return body is null || laws.Count == 0
            ? body
            : $"{body}<h2>Wetsverwijzingen</h2><ul>{string.Concat(laws.Select(law => $"<li>{PlainText.ToHtml(law)}</li>"))}</ul>";
    }
}
