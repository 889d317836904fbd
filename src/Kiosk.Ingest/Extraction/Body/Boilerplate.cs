using System.Collections.Frozen;
using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Decides which elements are left out before anything is chosen: menus, footers, cookie notices, what is hidden.</summary>
internal sealed class Boilerplate(TextMeasures measures, IElement root, Strictness strictness)
{
    // What holds more of the running text than this is the page itself, whatever its classes say.
    private const double TooMuchToLeave = 0.4;

    // Of elements that say by their tag that they stand beside the page's matter, even much is left out.
    private const double TooMuchAside = 0.85;

    // Readers may write far more than the author did; with this much left there is an article besides.
    private const double EnoughElsewhere = 300;
    private const double MuchElsewhere = 700;

    // Some sites hide all until a script has run.
    private const double TooMuchHidden = 0.6;

    private static readonly FrozenSet<string> Roles =
        "navigation complementary banner contentinfo search dialog alertdialog menu menubar menuitem tablist toolbar tooltip"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<IElement> _left = [];
    private readonly double _whole = measures[root].Good;

    public HashSet<IElement> Mark()
    {
        Visit(root, isInArticle: false);
        return _left;
    }

    private void Visit(IElement parent, bool isInArticle)
    {
        foreach (var element in parent.Children)
        {
            if (TextMeasures.IsSilent(element))
                continue;
            if (IsLeft(element, isInArticle))
                _left.Add(element);
            else
                Visit(element, isInArticle || element.LocalName is "article" or "main");
        }
    }

    private bool IsLeft(IElement element, bool isInArticle)
    {
        if (strictness == Strictness.None)
            return false;
        var words = ElementWords.Of(element);
        var good = measures[element].Good;
        if (words.Length > 0 && IsLargeAnyway(element, words, _whole - good))
            return true;
        if (_whole > 0 && good > Limit(element) * _whole)
            return false;
        if (IsReaction(element, words))
            return true;
        if (Patterns.IsWhole(element, words))
            return IsHidden(element);
        return IsByTag(element, isInArticle) || IsHidden(element)
            || words.Length > 0 && (Patterns.IsNever(words) || IsNavigation(element, words) || Patterns.Comments().IsMatch(words) || Patterns.Hidden().IsMatch(words) || strictness == Strictness.Strict && IsAround(element, words));
    }

    /// <summary>What is called a menu but reads as running text is none: "page-with-nav", "step-nav".</summary>
    private bool IsNavigation(IElement element, string words) =>
        Patterns.Navigation().IsMatch(words) && measures[element] is var measure
        && (measure.LinkDensity > 0.15 || measure.Good < 0.5 * measure.Text && element.LocalName is not ("p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"));

    private static bool IsReaction(IElement element, string words) => element.LocalName is "div" or "li" or "article" or "section" or "ol" && Patterns.Comment().IsMatch(words);

    /// <summary>Reactions, questions about cookies, galleries and lists of other articles can hold more text than the article does.</summary>
    private static bool IsLargeAnyway(IElement element, string words, double elsewhere) => !Patterns.IsWhole(element, words)
        && (elsewhere >= EnoughElsewhere && Patterns.Comments().IsMatch(words)
            || (elsewhere >= EnoughElsewhere && Patterns.Consent().IsMatch(words) || elsewhere >= MuchElsewhere && Patterns.Collection().IsMatch(words)) && element.QuerySelector("h1") is null);

    private static double Limit(IElement element) => element.LocalName is "aside" or "nav" or "footer" ? TooMuchAside : IsHidden(element) ? TooMuchHidden : TooMuchToLeave;

    private static bool IsAround(IElement element, string words) =>
        !Patterns.IsBody(element, words) && !Patterns.IsDescription(element) && element.LocalName is not ("p" or "h1" or "pre" or "code" or "td" or "tr" or "tbody" or "blockquote") && (Patterns.AroundArticle().IsMatch(words) || element.Id is "right" or "rechts") && !HeadingLinks.IsHeading(element);

    private bool IsByTag(IElement element, bool isInArticle) => element.LocalName switch
    {
        "nav" or "footer" or "dialog" or "menu" or "fieldset" => true,
        "aside" => strictness == Strictness.Strict,
        "header" => !isInArticle && element.QuerySelector("h1") is null && !IsHeading(element) && strictness == Strictness.Strict,
        "form" => measures[element].Good < 200,
        _ => element.GetAttribute("role") is { Length: > 0 } role && (Roles.Contains(role) || !isInArticle && role == "alert"),
    };

    /// <summary>Whether a header holds nothing but the heading of the part that it opens.</summary>
    private bool IsHeading(IElement header) =>
        header.NextElementSibling is not null && header.QuerySelector("h2, h3, h4") is { } heading && measures[heading].Text == measures[header].Text && measures[header].Linked == 0;

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return true;
        var style = element.GetAttribute("style");
        if (style is null or { Length: > 2_000 })
            return false;
        style = style.Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
