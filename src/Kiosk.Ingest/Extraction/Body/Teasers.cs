using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Other articles that a page announces: for each a heading that leads to it, often with its opening and a picture, and several in a row.</summary>
internal sealed class Teasers
{
    // Where they are most of the text, they are the article: the messages of a live report, the items of an overview. Under a short article they may be much of it.
    private const double MuchOfText = 0.4;
    private const double MostOfText = 0.65;
    private const double EnoughBesides = 350;
    private const double MostOfBox = 0.6;
    private const int MostHeadings = 500;
    private const int LongestItem = 600;
    private const int LongestHeading = 80;

    private readonly TextMeasures _measures;
    private readonly List<IElement> _headings;

    // How many of the headings stand in an element.
    private readonly Dictionary<IElement, int> _counts = [];

    private Teasers(IEnumerable<IElement> parts, TextMeasures measures)
    {
        _measures = measures;
        _headings = [.. parts.SelectMany(static part => part.QuerySelectorAll("h2, h3, h4, h5")).Where(LeadsElsewhere).Take(MostHeadings)];
        foreach (var ancestor in _headings.SelectMany(static heading => heading.Ancestors<IElement>()))
            _counts[ancestor] = _counts.GetValueOrDefault(ancestor) + 1;
    }

    /// <summary>Those inside the text of an article that are no part of it.</summary>
    public static HashSet<IElement> In(IReadOnlyList<IElement> parts, TextMeasures measures)
    {
        var teasers = new Teasers(parts, measures);
        var rows = teasers.Rows().ToList();
        var found = parts.SelectMany(static part => part.QuerySelectorAll("article")).Where(teasers._counts.ContainsKey).Concat(rows.SelectMany(static row => row)).ToHashSet();
        var share = found.Sum(teaser => measures[teaser].Text) / Math.Max(1.0, parts.Sum(part => measures[part].Text));
        var besides = parts.Sum(part => measures[part].Good) - found.Sum(teaser => measures[teaser].Good);
        return share < MuchOfText || share < MostOfText && besides >= EnoughBesides ? found : [.. rows.Where(static row => row.Any(IsUnderAway)).SelectMany(static row => row)];
    }

    /// <summary>Whether an element holds little else.</summary>
    public static bool Fill(IElement element, TextMeasures measures) =>
        new Teasers([element], measures).Rows().SelectMany(static row => row).Sum(item => measures[item].Text) > MostOfBox * measures[element].Text;

    /// <summary>Whether an element announces another article, and one beside it does too.</summary>
    public static bool IsOneOfMore(IElement element) => Announces(element) && (Announces(element.PreviousElementSibling) || Announces(element.NextElementSibling));

    private static bool Announces(IElement? element) => element?.QuerySelector("h2, h3, h4, h5") is { } heading && LeadsElsewhere(heading);

    private static bool LeadsElsewhere(IElement heading) => (heading.Closest("a[href]") ?? heading.QuerySelector("a[href]"))?.GetAttribute("href") is not (null or ['#', ..]);

    /// <summary>The items of each row of two or more.</summary>
    private IEnumerable<IGrouping<IElement?, IElement>> Rows() =>
        _headings.Select(Item).OfType<IElement>().Distinct().Where(item => _measures[item].Text < LongestItem)
            .GroupBy(static item => item.ParentElement).Where(static row => row.Count() > 1);

    /// <summary>The largest element round a heading that holds no other; null if the heading stands among its text without one.</summary>
    private IElement? Item(IElement heading)
    {
        var item = heading;
        while (item.ParentElement is { } parent && _counts.GetValueOrDefault(parent) == 1)
            item = parent;
        return item.LocalName is "li" or "div" or "section" or "a" or "article" ? item : null;
    }

    /// <summary>Whether they stand under a heading such as "Meer nieuws".</summary>
    private static bool IsUnderAway(IElement item) => new[] { item, item.ParentElement }.Select(static element => element?.PreviousElementSibling)
        .Any(static before => before is { LocalName: "h2" or "h3" or "h4" } && before.TextContent.Length < LongestHeading && Patterns.LeadsAway().IsMatch(PlainText.Fold(before.TextContent)));
}
