using System.Globalization;
using System.Text;
using Kiosk.Data;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Citing;

/// <summary>BibTeX entries in UTF-8, for biblatex and for reference managers alike. What TeX would take for a command is escaped.</summary>
public static class BibTeX
{
    public const string ContentType = "application/x-bibtex; charset=utf-8";

    public static string Write(IEnumerable<CitedWork> works) => string.Join('\n', works.Select(Entry));

    private static string Entry(CitedWork work)
    {
        (string Name, string? Value)[] fields =
        [
            ("title", $"{{{Escaped(work.Title)}}}"), // In braces of its own, so that no style changes its capitals.
            ("author", Authors(work)),
            (work.Kind is ArticleKind.Rapport or ArticleKind.Onderzoek ? "institution" : "publisher", Escaped(work.Publisher)),
            ("year", work.Published?.Year.ToString(CultureInfo.InvariantCulture)),
            ("date", work.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("doi", work.Doi is null ? null : Escaped(work.Doi)),
            ("number", work.Ecli is null ? null : Escaped(work.Ecli)),
            ("langid", Language(work.Language)),
            ("url", Address(work.Url)),
        ];
        var lines = fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => $"  {field.Name} = {{{field.Value}}},\n");
        return $"@{(work.Kind is ArticleKind.Rapport or ArticleKind.Onderzoek ? "techreport" : "misc")}{{{Key(work)},\n{string.Concat(lines)}}}\n";
    }

    /// <summary>The first author, the year and the number of the article: <c>berg2026-17</c>.</summary>
    private static string Key(CitedWork work)
    {
        var name = Slug.Of(work.Authors.Count > 0 ? work.Authors[0].Family : work.Publisher).Replace("-", "", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? name : "kiosk")}{work.Published?.Year}-{work.Id}");
    }

    private static string? Authors(CitedWork work) => work.Authors.Count == 0 ? null : string.Join(" and ", work.Authors.Select(author =>
        author.IsInstitution || author.Given.Length == 0 ? $"{{{Escaped(author.FamilyWithParticle)}}}" : Escaped($"{author.FamilyWithParticle}, {author.Given}")));

    private static string? Language(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        null or "nl" => "dutch",
        "en" => "english",
        "de" => "german",
        "fr" => "french",
        _ => null,
    };

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in OneLine.Of(text))
        {
            escaped.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '{' => @"\{",
                '}' => @"\}",
                '&' or '%' or '$' or '#' or '_' => $"\\{letter}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>An address stands as it is, but for what would end the field.</summary>
    private static string Address(string url) => OneLine.Of(url).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}
