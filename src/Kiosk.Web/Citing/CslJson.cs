using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Kiosk.Data;

namespace Kiosk.Web.Citing;

/// <summary>CSL-JSON, the data model of the Citation Style Language (docs.citationstyles.org, 1.0.2).</summary>
public static class CslJson
{
    public const string ContentType = "application/vnd.citationstyles.csl+json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IEnumerable<CitedWork> works) => new JsonArray([.. works.Select(Entry)]).ToJsonString(Indented);

    private static JsonObject Entry(CitedWork work)
    {
        var entry = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"kiosk-{work.Id}"),
            ["type"] = work.Kind switch
            {
                _ when work.Ecli is not null => "legal_case",
                ArticleKind.Uitspraak => "legal_case",
                ArticleKind.Wet => "legislation",
                ArticleKind.Rapport or ArticleKind.Onderzoek => "report",
                ArticleKind.Praktijk or ArticleKind.Opinie => "post-weblog",
                ArticleKind.Nieuws => "article-newspaper",
                _ => "webpage",
            },
            ["title"] = OneLine.Of(work.Title),
        };
        if (work.Authors.Count > 0)
            entry["author"] = new JsonArray([.. work.Authors.Select(Name)]);
        entry["publisher"] = work.Publisher;
        if (work.Published is { } day)
            entry["issued"] = new JsonObject { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };
        foreach (var (name, value) in new[] { ("DOI", work.Doi), ("number", work.Ecli), ("language", work.Language), ("URL", work.Url) })
        {
            if (value is not null)
                entry[name] = value;
        }

        return entry;
    }

    private static JsonObject Name(CitedName name)
    {
        if (name.IsInstitution)
            return new JsonObject { ["literal"] = OneLine.Of(name.Family) };
        var person = new JsonObject { ["family"] = name.Family };
        if (name.Given.Length > 0)
            person["given"] = name.Given;
        // Dropping: a Dutch prefix does not count in the alphabet, as the Dutch file it.
        if (name.Particle.Length > 0)
            person["dropping-particle"] = name.Particle;
        return person;
    }
}
