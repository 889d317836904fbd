using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>What a list shows of one article: the largest part of the page that belongs to its link alone.</summary>
internal sealed partial class PageCard(PageLink link, IElement card)
{
    private const int MostLevels = 12;
    private const int LongestCard = 20_000;
    private const int ShortestTeaser = 40;
    private const int LongestTeaser = 2_000;

    private readonly string _text = PageLink.TextOf(card) is { Length: > 0 } && card.TextContent is { Length: < LongestCard } text ? text : "";

    public PageLink Link => link;

    public string? Title => Headline() ?? Spoken();

    public bool HasDate => card.QuerySelector("time") is not null || WrittenDay().IsMatch(_text);

    public string? Teaser => card.QuerySelectorAll("p,[class*=teaser],[class*=summary],[class*=excerpt],[class*=intro],[class*=samenvatting]").Take(50)
        .Select(part => PlainText.Line(part.TextContent, LongestTeaser)).OfType<string>()
        .Where(text => text.Length >= ShortestTeaser && text != Title).MaxBy(text => text.Length);

    /// <summary>The cards of these links. Each grows from its link outwards until it would take in another's.</summary>
    public static List<PageCard> Of(List<PageLink> links)
    {
        var owners = new Dictionary<IElement, PageLink?>();
        foreach (var link in links)
            foreach (var anchor in link.Anchors)
                Mark(owners, anchor, link);
        return links.ConvertAll(link => new PageCard(link, Grown(owners, link)));
    }

    /// <summary>Null if nothing in the card can serve as a title.</summary>
    public Item? Item(FeedFields fields)
    {
        if (Title is not { } title)
            return null;
        return new Item
        {
            Title = title,
            Link = link.Target.AbsoluteUri,
            Published = fields.Date(Dates()),
            Summary = Teaser is { } teaser ? PlainText.ToHtml(teaser) : null,
            Image = Addresses.Resolve(card.QuerySelector("img[src]")?.GetAttribute("src"), fields.Link("/", null) is { } home ? new Uri(home) : null),
        };
    }

    // Null: the element holds links to several pages.
    private static void Mark(Dictionary<IElement, PageLink?> owners, IElement anchor, PageLink link)
    {
        IElement? element = anchor;
        for (var level = 0; level < MostLevels && element is not null; level++, element = element.ParentElement)
        {
            if (!owners.TryGetValue(element, out var owner))
                owners[element] = link;
            else if (!ReferenceEquals(owner, link))
                owners[element] = null;
        }
    }

    private static IElement Grown(Dictionary<IElement, PageLink?> owners, PageLink link)
    {
        var card = link.Main;
        for (var level = 0; level < MostLevels && card.ParentElement is { LocalName: not ("html" or "body" or "main" or "aside" or "ul" or "ol" or "dl" or "table" or "tbody") } parent; level++)
        {
            if (!ReferenceEquals(owners.GetValueOrDefault(parent), link))
                break;
            card = parent;
        }
        return card;
    }

    private string? Headline()
    {
        var heading = PageLink.Heading(link.Main) ?? card.QuerySelector("h1,h2,h3,h4,h5,h6");
        if (heading is not null && PageLink.TextOf(heading) is { Length: > 3 } headline)
            return headline;
        var named = card.QuerySelector("[class*=title],[class*=titel],[class*=heading]");
        if (link.Main.QuerySelector("p,div,time") is not null && named is not null && PageLink.TextOf(named) is { Length: > 3 } title)
            return title;
        return PageLink.TextOf(link.Main) is { Length: > 3 } text && !MoreLink().IsMatch(text) ? text : named is null ? null : FeedFields.Title(PageLink.TextOf(named));
    }

    // What a screen reader says of a link without words.
    private string? Spoken() => link.Anchors
        .Select(anchor => anchor.GetAttribute("aria-label") ?? anchor.GetAttribute("title") ?? anchor.QuerySelector("img")?.GetAttribute("alt"))
        .Select(FeedFields.Title).FirstOrDefault(text => text is { Length: > 3 } && !MoreLink().IsMatch(text));

    private IEnumerable<string?> Dates() => card.QuerySelectorAll("time,[class*=date],[class*=datum],[itemprop=datePublished]").Take(20)
        .SelectMany(element => new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), PageLink.TextOf(element) })
        .Concat(WrittenDay().Matches(_text).Take(5).Select(match => match.Value));

    [GeneratedRegex(@"\b(?:[0-9]{1,2}\s(?:jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,8}\.?\s[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex WrittenDay();

    [GeneratedRegex(@"^(?:lees\s(?:het\s)?(?:meer|verder|artikel|bericht|volledige)|meer\s?(?:lezen|info|informatie)?|verder\slezen|bekijk|download|read\smore|more|ga\snaar|naar\shet)\b.{0,20}$|^\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex MoreLink();
}
