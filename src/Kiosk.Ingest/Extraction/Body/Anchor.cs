using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Finds the smallest element that holds most of the running text.</summary>
internal sealed class Anchor(TextMeasures measures, IReadOnlySet<IElement> left, string? title)
{
    private const double Most = 0.6;

    // A cell with nearly everything makes the table a layout; what calls itself the body is left only for that much.
    private const double AlmostAll = 0.85;
    private const double EnoughForAHint = 0.15;
    private const double EnoughForAProperty = 0.08;
    private const int ShortestArticle = 250;

    /// <summary>Why the element was chosen, in Dutch.</summary>
    public string Reason { get; private set; } = "de meeste lopende tekst";

    /// <param name="root">Where to look.</param>
    /// <param name="stated">The text as the page states it elsewhere; null if it does not.</param>
    public IElement Find(IElement root, StatedText? stated)
    {
        if (stated?.Within(root, left) is { } certain)
            return Because("hier staat de tekst uit de JSON-LD", Descend(certain));
        if (Property(root) is { } property)
            return Because("itemprop=articleBody", property);
        var found = Descend(root);
        if (IsArticle(found) || ParagraphsIn(found) > Most * measures[found].Good)
            return found;
        if (Hinted(found) is { } hinted)
            return Because("noemt zich het artikel", Descend(hinted));
        return Titled(found) is { } titled ? Because("hier staat de titel boven", Descend(titled)) : found;
    }

    private IElement Because(string reason, IElement element)
    {
        Reason = reason;
        return element;
    }

    /// <summary>The one element that is marked up as the body of the article; null if there is none, or several of which none is the largest by far.</summary>
    private IElement? Property(IElement root)
    {
        var marked = root.QuerySelectorAll("[itemprop~=articleBody]").Where(element => !IsLeft(element, root) && measures[element].Good >= Math.Max(ShortestArticle, EnoughForAProperty * measures[root].Good))
            .OrderByDescending(element => measures[element].Good).Take(2).ToList();
        return marked.Count > 0 && (marked.Count == 1 || measures[marked[1]].Good < 0.5 * measures[marked[0]].Good || marked[0].Contains(marked[1])) ? marked[0] : null;
    }

    private IElement Descend(IElement from)
    {
        var node = from;
        while (Best(node) is { } best && IsContainer(best) && measures[best].Good >= Needed(node, best) * measures[node].Good)
            node = best;
        return WithTable(node);
    }

    /// <summary>Rows without their table would lose what makes them rows.</summary>
    private static IElement WithTable(IElement element) =>
        element.LocalName is "thead" or "tbody" or "tfoot" or "tr" && element.Closest("table") is { } table ? table : element;

    private double Needed(IElement node, IElement best) =>
        best.LocalName == "td" && !measures[best].HasBlocks || Patterns.IsBody(node, ElementWords.Of(node)) ? AlmostAll : Most;

    private IElement? Best(IElement parent)
    {
        IElement? best = null;
        foreach (var child in parent.Children)
        {
            if (!left.Contains(child) && measures[child].Good > (best is null ? 0 : measures[best].Good))
                best = child;
        }

        return best;
    }

    private static bool IsContainer(IElement element) =>
        element.LocalName is not ("p" or "ul" or "ol" or "dl" or "li" or "pre" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "figure" or "details") && !TextMeasures.IsInline(element);

    /// <summary>Where the text is spread over several parts, the part that says it is the article.</summary>
    private IElement? Hinted(IElement node) =>
        node.QuerySelectorAll("*")
            .Where(element => IsArticle(element) && !IsLeft(element, node) && measures[element].Good >= EnoughForAHint * measures[node].Good)
            .MaxBy(Weight);

    // The element main holds the article and often more; of several articles, the one with the title is meant.
    private double Weight(IElement element)
    {
        var weight = measures[element].Good * (element.LocalName == "main" ? 0.5 : 1);
        if (title is not null && element.QuerySelectorAll("h1, h2").Any(heading => Titles.AreAlike(heading.TextContent, title)))
            return weight * 3;
        return element.QuerySelector("h1") is null ? weight : weight * 1.5;
    }

    /// <summary>The part that the title stands over.</summary>
    private IElement? Titled(IElement node)
    {
        var heading = title is null ? null : node.QuerySelectorAll("h1, h2, h3").FirstOrDefault(element => Titles.AreAlike(element.TextContent, title) && !IsLeft(element, node));
        var part = heading;
        while (part is not null && !ReferenceEquals(part, node) && measures[part].Good < Math.Max(ShortestArticle, EnoughForAHint * measures[node].Good))
            part = part.ParentElement;
        return part;
    }

    private double ParagraphsIn(IElement node) => measures[node].Good - node.Children.Where(IsContainer).Where(child => !left.Contains(child)).Sum(child => measures[child].Good);

    private static bool IsArticle(IElement element) => element.LocalName is "article" or "main" || Patterns.IsBody(element, ElementWords.Of(element));

    private bool IsLeft(IElement element, IElement until)
    {
        for (var node = element; node is not null && !ReferenceEquals(node, until); node = node.ParentElement)
        {
            if (left.Contains(node))
                return true;
        }

        return false;
    }
}
