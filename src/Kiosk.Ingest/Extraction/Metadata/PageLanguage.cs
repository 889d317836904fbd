using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The language. Trusted in this order: JSON-LD, the lang attribute, content-language, OpenGraph, Dublin Core.</summary>
internal static partial class PageLanguage
{
    public static string? Of(Page page)
    {
        var ld = page.JsonLd;
        var root = page.Document.DocumentElement;
        return page.Why.First("language", new[]
        {
            ("JSON-LD inLanguage", ld.Text(ld.Article, "inLanguage")),
            ("html lang", root?.GetAttribute("lang")),
            ("html xml:lang", root?.GetAttribute("xml:lang")),
            ("body lang", page.Document.Body?.GetAttribute("lang")),
            ("content-language", page.Meta.First("content-language")),
            ("og:locale", page.Meta.First("og:locale")),
            ("Dublin Core language", page.Meta.First("dcterms:language", "dc:language", "language", "citation_language")),
        }.Select(static candidate => (candidate.Item1, Tag(candidate.Item2))));
    }

    private static string? Tag(string? text)
    {
        var match = Pattern().Match(text?.Trim() ?? "");
        if (!match.Success)
            return null;
        var region = match.Groups["region"].Value;
        return match.Groups["language"].Value.ToLowerInvariant() + (region.Length > 0 ? "-" + region.ToUpper(CultureInfo.InvariantCulture) : "");
    }

    [GeneratedRegex(@"^(?<language>[a-zA-Z]{2,3})(?:[-_](?<region>[a-zA-Z]{2}))?(?:$|[-_,;@])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience.Milliseconds)]
    private static partial Regex Pattern();
}
