using System.Globalization;
using System.Text;
using Kiosk.Data;

namespace Kiosk.Web.Citing;

/// <summary>RIS (Research Information Systems), which every reference manager reads. Lines end in CR LF, in UTF-8.</summary>
public static class Ris
{
    public const string ContentType = "application/x-research-info-systems; charset=utf-8";

    public static string Write(IEnumerable<CitedWork> works)
    {
        var text = new StringBuilder();
        foreach (var work in works)
            Append(text, work);
        return text.ToString();
    }

    private static void Append(StringBuilder text, CitedWork work)
    {
        Line(text, "TY", work.Kind switch
        {
            _ when work.Ecli is not null => "CASE",
            ArticleKind.Uitspraak => "CASE",
            ArticleKind.Wet => "STAT",
            ArticleKind.Rapport or ArticleKind.Onderzoek => "RPRT",
            ArticleKind.Praktijk or ArticleKind.Opinie => "BLOG",
            ArticleKind.Nieuws => "NEWS",
            _ => "ELEC",
        });
        Line(text, "TI", work.Title);
        foreach (var author in work.Authors)
            Line(text, "AU", author.IsInstitution ? author.Family + "," : $"{author.FamilyWithParticle}, {author.Given}".TrimEnd(' ', ','));
        Line(text, "PB", work.Publisher);
        if (work.Published is { } day)
        {
            Line(text, "PY", day.Year.ToString(CultureInfo.InvariantCulture));
            Line(text, "DA", day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        }

        Line(text, "M1", work.Ecli);
        Line(text, "DO", work.Doi);
        Line(text, "LA", work.Language);
        Line(text, "UR", work.Url);
        text.Append("ER  - \r\n\r\n");
    }

    /// <summary>A tag with its value on one line: a line of its own would be a tag of its own.</summary>
    private static void Line(StringBuilder text, string tag, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            text.Append(tag).Append("  - ").Append(OneLine.Of(value)).Append("\r\n");
    }
}
