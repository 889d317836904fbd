using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.OaiPmh;

/// <summary>MODS 3 (Library of Congress). Only direct children count: what is inside relatedItem describes the journal or the series.</summary>
internal static class ModsFields
{
    private const string Semantics = "info:eu-repo/semantics/";

    public static Description Of(FeedElement mods) => new()
    {
        Title = Title(mods.Children("titleinfo").FirstOrDefault(title => title.Attribute("type") is null) ?? mods.Child("titleinfo")),
        Abstract = (mods.Children("abstract").FirstOrDefault(IsDutch) ?? mods.Child("abstract"))?.Text,
        Authors = Authors(mods),
        Subjects = [.. mods.Children("subject").SelectMany(subject => subject.Children("topic")).Select(topic => topic.Text)],
        Dates = [.. Dates(mods)],
        Language = mods.Child("language") is { } language ? language.Child("languageterm")?.Text ?? language.Text : null,
        Type = mods.Child("genre")?.Text is { } genre && genre.StartsWith(Semantics, StringComparison.Ordinal) ? genre[Semantics.Length..] : mods.Child("genre")?.Text,
        Locations = [.. mods.Children("identifier").Select(Identifier), .. mods.Children("location").SelectMany(place => place.Children("url")).Select(url => url.Text)],
    };

    private static string? Title(FeedElement? info)
    {
        var parts = new[] { info?.Child("nonsort")?.Text, info?.Child("title")?.Text }.OfType<string>();
        var title = string.Join(' ', parts);
        return info?.Child("subtitle")?.Text is { } subtitle && title.Length > 0 ? $"{title.TrimEnd(' ', ':')}: {subtitle}" : title;
    }

    private static bool IsDutch(FeedElement element) =>
        LanguageCode.Of(element.Attribute("lang") ?? element.Attribute("xml:lang"))?.StartsWith("nl", StringComparison.Ordinal) ?? false;

    private static List<string?> Authors(FeedElement mods)
    {
        var names = mods.Children("name").ToList();
        var authors = names.FindAll(name => Roles(name).Any(role => role is "aut" or "author" or "cre" or "creator"));
        return [.. (authors.Count > 0 ? authors : names.FindAll(name => !Roles(name).Any())).Select(Person)];
    }

    private static IEnumerable<string> Roles(FeedElement name) => name.Children("role")
        .SelectMany(role => role.HasElements ? role.Children("roleterm") : [role])
        .Select(term => term.Text?.ToLowerInvariant()).OfType<string>();

    private static string? Person(FeedElement name)
    {
        var parts = name.Children("namepart").ToList();
        var given = parts.Find(part => part.Attribute("type") == "given")?.Text;
        var family = parts.Find(part => part.Attribute("type") == "family")?.Text;
        var whole = family is null
            ? name.Child("displayform")?.Text ?? parts.Find(part => part.Attribute("type") is null)?.Text ?? given
            : $"{given} {family}";
        return PersonName.Of(whole);
    }

    private static IEnumerable<string?> Dates(FeedElement mods)
    {
        string[] named = ["dateissued", "copyrightdate", "datecreated", "dateother"];
        var origins = mods.Children("origininfo").ToList();
        return named.SelectMany(name => origins.SelectMany(origin => origin.Children(name))).Select(date => date.Text);
    }

    private static string? Identifier(FeedElement identifier) => identifier.Attribute("type")?.ToLowerInvariant() switch
    {
        "doi" when identifier.Text is { } doi && doi.StartsWith("10.", StringComparison.Ordinal) => "doi:" + doi,
        "hdl" or "handle" when identifier.Text is { } handle && char.IsAsciiDigit(handle[0]) => "hdl:" + handle,
        "isbn" or "issn" => null,
        _ => identifier.Text,
    };
}
