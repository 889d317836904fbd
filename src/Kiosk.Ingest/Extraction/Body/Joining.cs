using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Adds to the anchor what belongs to the same article but stands beside it: an opening paragraph in the header, further sections.</summary>
internal sealed class Joining(TextMeasures measures, IReadOnlySet<IElement> left)
{
    private const int MaxLevels = 5;
    private const double MostLinks = 0.25;
    private const int ShortestParagraph = 50;
    private const int ShortestStandfirst = 80;
    private const int LongestOpening = 800;

    public IReadOnlyList<IElement> Around(IElement anchor)
    {
        var before = new List<IElement>();
        var after = new List<IElement>();
        var node = anchor;
        for (var level = 0; level < MaxLevels && node.ParentElement is { } parent && !IsBorder(node); level++, node = parent)
        {
            var isPast = false;
            var prepended = new List<IElement>();
            foreach (var sibling in parent.Children)
            {
                if (ReferenceEquals(sibling, node))
                    isPast = true;
                else if (!left.Contains(sibling) && !TextMeasures.IsSilent(sibling))
                    (isPast ? after : prepended).AddRange(Joined(sibling, node, anchor, isPast, level));
            }

            before.InsertRange(0, prepended);
        }

        return [.. before, anchor, .. after];
    }

    private static bool IsBorder(IElement node) => node.LocalName is "article" or "main" or "body" || node.GetAttribute("role") is "main" or "article";

    private IEnumerable<IElement> Joined(IElement sibling, IElement node, IElement anchor, bool isPast, int level)
    {
        var measure = measures[sibling];
        if (measure.LinkDensity > MostLinks || measure.Good < ShortestParagraph)
            return [];
        if (IsPart(sibling, node, anchor, isPast, level))
            return [sibling];
        return isPast || measure.Good > LongestOpening ? [] : Opening(sibling);
    }

    private bool IsPart(IElement sibling, IElement node, IElement anchor, bool isPast, int level)
    {
        var measure = measures[sibling];
        if (sibling.LocalName is "p" or "blockquote" or "ul" or "ol" or "table" or "dl" or "pre")
            return level < 2 || sibling.LocalName == "p";
        if (sibling.LocalName is "article" or "header" || IsOther(sibling) || Columns.IsNarrower(sibling, node) || Teasers.IsOneOfMore(sibling))
            return false;
        var isAlike = !string.IsNullOrWhiteSpace(sibling.ClassName) && sibling.ClassName == node.ClassName && sibling.LocalName == node.LocalName;
        if (!isPast && !isAlike && sibling.QuerySelector("h1") is not null)
            return false;
        var words = ElementWords.Of(sibling);
        var belongs = Patterns.Lead().IsMatch(words) || Patterns.IsDescription(sibling) || Patterns.IsBody(sibling, words)
            || isAlike || level < 3 && measure.Good >= 0.2 * measures[anchor].Good && measure.LinkDensity < 0.15;
        return belongs && !Teasers.Fill(sibling, measures);
    }

    /// <summary>Another article, by its markup.</summary>
    private static bool IsOther(IElement sibling) =>
        sibling.GetAttribute("itemtype") is { } type && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)) || sibling.ClassList.Contains("hentry") || sibling.ClassList.Contains("h-entry");

    /// <summary>The opening paragraphs in a header that stands before the text: by their tag, by their name, or because they read as one.</summary>
    private IEnumerable<IElement> Opening(IElement header) =>
        header.QuerySelectorAll("p, div, h2, h3").Where(element => measures[element] is { Good: >= ShortestParagraph, HasBlocks: false } measure
            && measure.LinkDensity <= MostLinks && !IsLeft(element, header)
            && (element.LocalName == "p" || measure is { EndsSentence: true, Text: >= ShortestStandfirst } && IsUnderHeading(element, header)
                || Patterns.Lead().IsMatch(ElementWords.Of(element)) || Patterns.Lead().IsMatch(ElementWords.Of(element.ParentElement!))));

    private static bool IsUnderHeading(IElement element, IElement header) =>
        header.QuerySelector("h1, h2") is { } heading && !ReferenceEquals(heading, element) && heading.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following);

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
