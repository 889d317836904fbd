using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>Dublin Core (oai_dc, qualified or not), where every field may repeat and means what its repository likes.</summary>
internal static class DublinCoreFields
{
    private const string Semantics = "info:eu-repo/semantics/";

    public static Description Of(FeedElement core) => new()
    {
        Title = Best(core.Children("title"))?.Text,
        Abstract = Abstract(core)?.Text,
        Authors = [.. (core.Child("creator") is null ? core.Children("contributor") : core.Children("creator")).Select(creator => Person(creator.Text))],
        Subjects = [.. core.Children("subject").Select(subject => subject.Text).Where(subject => subject is not null && !IsCode(subject))],
        Dates = Dates(core),
        Language = core.Child("language")?.Text,
        Type = Type(core),
        Locations = [.. core.Elements.Where(element => element.Name is "identifier" or "relation" or "source" or "uri").Select(element => element.Text)],
    };

    // Several languages: Dutch first, else as given.
    private static FeedElement? Best(IEnumerable<FeedElement> elements)
    {
        var given = elements.Where(element => element.Text is not null).ToList();
        return given.Find(element => LanguageCode.Of(element.Language)?.StartsWith("nl", StringComparison.Ordinal) ?? false) ?? given.FirstOrDefault();
    }

    // Beside the abstract stand notes, sizes and citations, all of them shorter.
    private static FeedElement? Abstract(FeedElement core)
    {
        var given = core.Elements.Where(element => element.Name is "description" or "abstract" && element.Text is not null).ToList();
        var longest = given.MaxBy(element => element.Text!.Length);
        return Best(given.Where(element => element.Text!.Length * 2 > longest!.Text!.Length));
    }

    // Repositories add the moments at which they took a record in; those have a time, and a date of publication has none.
    private static IReadOnlyList<string?> Dates(FeedElement core)
    {
        string[] named = ["issued", "date", "created", "available"];
        var given = named.SelectMany(core.Children).Select(date => date.Text)
            .Where(text => text is not null && !text.StartsWith("info:", StringComparison.Ordinal)).ToList();
        return [.. given.OrderBy(text => text!.Contains(':', StringComparison.Ordinal) ? 1 : 0)];
    }

    private static string? Type(FeedElement core) => core.Children("type").Select(type => type.Text)
        .Where(type => type is not null && !type.Contains("://", StringComparison.Ordinal) && !IsVersion(type))
        .Select(type => type!.StartsWith(Semantics, StringComparison.Ordinal) ? type[Semantics.Length..] : type)
        .FirstOrDefault();

    private static bool IsVersion(string type) => type.EndsWith("Version", StringComparison.Ordinal) || type.EndsWith("/draft", StringComparison.Ordinal);

    private static bool IsCode(string subject) => subject.StartsWith("info:", StringComparison.Ordinal) || subject.Contains("://", StringComparison.Ordinal);

    private static string? Person(string? name) => name is null || name.StartsWith("info:", StringComparison.Ordinal) ? null : PersonName.Of(name);
}
