using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Extraction.Metadata;
using Kiosk.Ingest.Formats.Text;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Leaves out of the chosen parts what is no text of the article: link lists, buttons, "read also", a heading with nothing under it.</summary>
internal sealed partial class Pruning(TextMeasures measures, HashSet<IElement> left, string? title, IReadOnlyList<IElement> parts)
{
    private const int LongestLine = 220;
    private const int LongestScrap = 60;
    private const int LongestName = 80;
    private const int LongWhole = 1_000;

    // A box with more of the text than this is the text, links and all.
    private const double MostInOneBox = 0.5;

    // Page builders wrap a heading in so many elements of its own.
    private const int MostWrappers = 3;

    private readonly int _whole = parts.Sum(part => measures[part].Text);
    private readonly HashSet<IElement> _teasers = Teasers.In(parts, measures);

    /// <summary>Marks in all parts what is left out.</summary>
    public void Visit()
    {
        foreach (var part in parts)
        {
            if (_teasers.Contains(part))
                left.Add(part);
            else
                Visit(part);
        }
    }

    private void Visit(IElement parent)
    {
        for (var i = 0; i < parent.ChildNodes.Length; i++)
        {
            if (parent.ChildNodes[i] is not IElement element || left.Contains(element) || TextMeasures.IsSilent(element))
                continue;
            var isInText = TextMeasures.IsInline(element) && !measures[element].HasBlocks;
            if (_teasers.Contains(element) || (isInText ? IsAlone(parent, i) && IsLink(element) : IsLeft(element)))
                left.Add(element);
            else if (!isInText)
                Visit(element);
        }

        Headings(parent);
    }

    private bool IsLeft(IElement element)
    {
        var measure = measures[element];
        if (measure.Text == 0)
            return false;
        return element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => IsTitle(element, measure) || IsSiteLine(element, measure),
            "p" => IsSiteLine(element, measure) || IsByline(element, measure) || IsLinkLine(element, measure),
            "ul" or "ol" or "dl" => IsLinkList(element, measure),
            "table" => measure.LinkDensity > 0.7 && measure.Good == 0,
            "div" or "section" or "span" or "a" or "aside" or "article" or "header" =>
                IsSiteLine(element, measure) || IsLinkBox(element, measure) || IsScrap(element, measure) || IsPlayer(element, measure) || !measure.HasBlocks && IsName(element, measure),
            _ => false,
        };
    }

    /// <summary>Whether an inline element has no text beside it, and stands between blocks.</summary>
    private bool IsAlone(IElement parent, int at) =>
        parent.LocalName is "div" or "section" or "article" or "main" && measures[parent].HasBlocks && !IsText(parent, at - 1) && !IsText(parent, at + 1);

    /// <summary>By its place, since a node finds its neighbours by going through all that its parent holds.</summary>
    private bool IsText(IElement parent, int at)
    {
        while (at >= 0 && at < parent.ChildNodes.Length && parent.ChildNodes[at] is IText text && string.IsNullOrWhiteSpace(text.Data))
            at++;
        var beside = at >= 0 && at < parent.ChildNodes.Length ? parent.ChildNodes[at] : null;
        return beside is IText || beside is IElement element && TextMeasures.IsInline(element) && !measures[element].HasBlocks && !left.Contains(element);
    }

    private bool IsLink(IElement element) => measures[element] is { LinkDensity: > 0.8, Text: > 0 and < LongestLine } || element.LocalName == "a" && measures[element].Text is > 0 and < LongestLine;

    private bool IsTitle(IElement heading, Measure measure) =>
        title is not null && measure.Text <= 2 * title.Length + 20 && Titles.AreAlike(heading.TextContent, title);

    private bool IsSiteLine(IElement element, Measure measure)
    {
        if (measure.Text > LongestLine || measure.HasBlocks && measure.Good > 0)
            return false;
        var line = PlainText.Fold(element.TextContent);
        return Patterns.SiteLine().IsMatch(line) || measure.LinkDensity > 0.25 && Patterns.LeadsAway().IsMatch(line) || measure.LinkDensity > 0.25 && Patterns.LeadsAbout().IsMatch(line)
            || element.ParentElement is { } box && measures[box].Text <= LongestLine && Patterns.AsksConsent().IsMatch(line)
            || element.LocalName[0] == 'h' && element.LocalName.Length == 2 && Patterns.LeadsAway().IsMatch(line) && measure.Text < LongestScrap;
    }

    private static bool IsByline(IElement element, Measure measure) =>
        measure.Text < 120 && ElementWords.Of(element) is { Length: > 0 } words && Patterns.AroundArticle().IsMatch(words) || IsName(element, measure);

    /// <summary>"Door Fenna de Wit", and no more than that.</summary>
    private static bool IsName(IElement element, Measure measure) =>
        measure is { Text: < LongestName, EndsSentence: false } && AuthorNames.OpensByline(PlainText.Fold(element.TextContent)) && AuthorNames.Read([element.TextContent], site: null).Count > 0;

    /// <summary>A paragraph that is one link: to another text, an app, a channel. One to a document belongs to what is said.</summary>
    private bool IsLinkLine(IElement element, Measure measure) =>
        measure is { LinkDensity: > 0.9, Text: < LongestLine } && _whole > LongWhole && element.ParentElement?.LocalName is not ("blockquote" or "td" or "li" or "figure")
        && !element.QuerySelectorAll("a[href]").Any(IsDocument);

    private static bool IsDocument(IElement link) => Document().IsMatch(link.GetAttribute("href")!);

    /// <summary>What stands on and under a film or a recording: its name, its length.</summary>
    private static bool IsPlayer(IElement element, Measure measure) =>
        measure.Text < LongestLine && ElementWords.Of(element) is { Length: > 0 } words && Patterns.Player().IsMatch(words) && element.QuerySelector("p") is null;

    private static bool IsLinkList(IElement list, Measure measure)
    {
        var items = Math.Max(1, list.Children.Length);
        return measure.LinkDensity > 0.6 && measure.Text / items < 150 && measure.Good < 0.3 * measure.Text
            && !(list.QuerySelectorAll("a[href]") is { Length: > 0 } links && links.All(IsDocument));
    }

    private bool IsLinkBox(IElement element, Measure measure) =>
        measure.Text < MostInOneBox * _whole && (measure.LinkDensity > 0.7 && measure.Good == 0
        || measure.LinkDensity > 0.5 && measure.Good < 0.2 * measure.Text && measure.HasBlocks && element.QuerySelector("p, blockquote, pre, table") is null);

    /// <summary>A few words that are no sentence, in an element that is no paragraph: a button, a label, a date.</summary>
    private bool IsScrap(IElement element, Measure measure) =>
        measure.Text < LongestScrap && measure.Good == 0 && !measure.EndsSentence && element.LocalName is ("div" or "section" or "header")
        && element.QuerySelector("p, li, h2, h3, h4, h5, h6, td, pre, blockquote, img, figure, code, dd") is null && element.Closest("td, th, li, dd, figure, pre, blockquote") is null
        && !(Patterns.Heading().IsMatch(ElementWords.Of(element)) && element.NextElementSibling is { } next && measures[next].Good > 0 && measure.Linked == 0);

    /// <summary>A heading goes with what stood under it, if nothing of that is left.</summary>
    private void Headings(IElement parent)
    {
        IElement? pending = null;
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
                pending = null;
            if (node is not IElement element || left.Contains(element) || TextMeasures.IsSilent(element))
                continue;
            var level = Level(element);
            if (level > 0)
            {
                if (pending is not null && level <= Level(pending))
                    left.Add(pending);
                pending = element;
            }
            else if (measures[element].Text > 0 && !IsEmptied(element) || element.LocalName is "img" or "figure" or "iframe" or "video" or "hr" || element.QuerySelector("img, iframe, video") is not null)
            {
                pending = null;
            }
        }

        if (pending is not null && parent.LocalName is not ("header" or "hgroup" or "li" or "summary") && !IsFollowed(parent))
            left.Add(pending);
    }

    private bool IsFollowed(IElement element)
    {
        var level = 0;
        for (var node = element; node is not null && level < MostWrappers; node = node.ParentElement, level++)
        {
            for (var next = node.NextElementSibling; next is not null; next = next.NextElementSibling)
            {
                if (!left.Contains(next) && measures[next].Text > 0)
                    return true;
            }
        }

        return false;
    }

    private bool IsEmptied(IElement element) => element.Children.Any(left.Contains) && element.ChildNodes.All(node =>
        node is IElement child ? left.Contains(child) || measures[child].Text == 0 || IsEmptied(child) : node is not IText text || string.IsNullOrWhiteSpace(text.Data));

    [GeneratedRegex(@"^(?:mailto:|tel:)|\.(?:pdf|docx?|xlsx?|odt|ods|csv|zip|epub)(?:[?#]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Document();

    private static int Level(IElement element) => element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;
}
