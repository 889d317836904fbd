using System.Globalization;
using System.Text.Json.Nodes;
using Kiosk.Data;

namespace Kiosk.Web.Citing;

/// <summary>An article in the words of schema.org, as JSON-LD for search engines and reference managers. It is data, which a browser never runs.</summary>
public static class SchemaOrg
{
    /// <summary>JSON in which no letter can end the element that it stands in: <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped.</summary>
    public static string Write(CitedWork work)
    {
        var entry = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = work.Kind switch
            {
                ArticleKind.Nieuws => "NewsArticle",
                ArticleKind.Rapport or ArticleKind.Onderzoek => "Report",
                ArticleKind.Wet => "Legislation",
                _ => "Article",
            },
            ["headline"] = OneLine.Of(work.Title),
            ["url"] = work.Url,
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = work.Publisher },
            ["author"] = new JsonArray([.. work.Authors.Select(Author)]),
        };
        if (work.Published is { } day)
            entry["datePublished"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (work.Language is not null)
            entry["inLanguage"] = work.Language;
        if (work.Doi is not null)
            entry["sameAs"] = $"https://doi.org/{work.Doi}";
        if (work.Ecli is not null)
            entry["identifier"] = work.Ecli;
        return entry.ToJsonString();
    }

    private static JsonObject Author(CitedName name) => name.IsInstitution
        ? new JsonObject { ["@type"] = "Organization", ["name"] = name.Family }
        : new JsonObject { ["@type"] = "Person", ["givenName"] = name.Given, ["familyName"] = name.FamilyWithParticle };
}
