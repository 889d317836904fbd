using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Extraction.Metadata;

/// <summary>The date that readers see: a time element or a date in words near the heading, else the first that stands anywhere.</summary>
internal sealed partial class VisibleDate(Page page, TimeZoneInfo zone)
{
    private const int LongestLine = 120;
    private const int MostElements = 3_000;
    private const int LongestText = 200_000;

    private const string Around = "aside, nav, footer, [class*=related], [class*=comment], [class*=sidebar], [class*=teaser], [id*=comment], [class*=event]";

    public DateTimeOffset? NearHeading()
    {
        var scope = Scope();
        return Times(scope) ?? ByName(scope) ?? (ReferenceEquals(scope, page.Document.Body) ? null : Times(page.Document.Body!)) ?? AfterHeading() ?? Leaves(scope);
    }

    public DateTimeOffset? Anywhere()
    {
        var text = page.Document.Body?.TextContent ?? "";
        return InText(text.Length > LongestText ? text[..LongestText] : text);
    }

    private IElement Scope() =>
        page.Document.QuerySelectorAll("article, main").FirstOrDefault(static element => element.QuerySelector("h1") is not null) ?? page.Document.Body!;

    private DateTimeOffset? Times(IElement scope) =>
        scope.QuerySelectorAll("time").Take(20).Where(static time => time.Closest(Around) is null)
            .OrderBy(static time => Updated().IsMatch(ElementText(time)) ? 1 : 0)
            .Select(time => PageMoment.Of(time.GetAttribute("datetime"), zone) ?? PageMoment.Of(time.TextContent, zone)).FirstOrDefault(static date => date is not null);

    private static string ElementText(IElement time) =>
        (time.ClassName ?? "") + " " + (time.GetAttribute("itemprop") ?? "") + " " + (time.PreviousSibling is IText text ? text.Data : "");

    private DateTimeOffset? ByName(IElement scope) =>
        scope.QuerySelectorAll("[class*=date], [class*=Date], [id*=date], [class*=datum], [class*=time], [class*=publi], [class*=posted], [class*=meta], [class*=byline], [class*=fecha], [class*=info]")
            .Take(100).Where(static element => element.TextContent.Length < 400 && element.Closest(Around) is null)
            .Select(element => PageMoment.Of(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("data-date"), zone) ?? InText(element.TextContent))
            .FirstOrDefault(static date => date is not null);

    /// <summary>What comes right after (or before) the first heading.</summary>
    private DateTimeOffset? AfterHeading()
    {
        var around = page.Document.QuerySelector("h1")?.ParentElement;
        for (var level = 0; level < 3 && around is not null; level++, around = around.ParentElement)
        {
            if (around.TextContent.Length < 1_500 && InText(around.TextContent) is { } found)
                return found;
        }

        return null;
    }

    private DateTimeOffset? Leaves(IElement scope) =>
        scope.QuerySelectorAll("p, span, div, li, td, em, small, strong, b, i, font, h2, h3, h4, h5, h6").Take(MostElements)
            .Where(static element => element.ChildElementCount <= 3 && element.TextContent.Trim().Length is > 5 and < LongestLine)
            .Where(static element => element.Closest(Around) is null)
            .Select(element => InText(element.TextContent)).FirstOrDefault(static date => date is not null);

    private DateTimeOffset? InText(string text)
    {
        foreach (Match match in Written().Matches(text).Take(5))
        {
            if (PageMoment.Of(match.Value, zone) is { } found)
                return found;
        }

        return null;
    }

    [GeneratedRegex(@"updat|modif|bijgewerkt|gewijzigd|aktualisiert|mis à jour|actualizad|aggiornat", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Updated();

    [GeneratedRegex(@"(?<![\d/.\-])(?:\d{4}-\d{1,2}-\d{1,2}(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}(?:\.|st|nd|rd|th|er|e)?\s+(?:de\s+|of\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+|del\s+)?(?:19|20)\d\d|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{1,2}[./\-]\s?\d{1,2}[./\-]\s?(?:19|20)?\d\d|\d{4}[./年]\s?\d{1,2}[./月]\s?\d{1,2}日?)(?![\d/\-])",
        RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Written();
}
