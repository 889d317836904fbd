using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Finds the links of a list of articles by its shape: many links that sit alike in the page, with headlines, long words in
/// their addresses, and dates beside them.</summary>
internal static partial class ListShape
{
    private const int Levels = 4;
    private const int FewestLinks = 2;
    private const double WorthWhile = 2.0;
    private const double AsGood = 0.7;

    /// <summary>The links of the best group and of groups that are nearly as good and lead to the same part of the site; none if no
    /// group looks like a list of articles.</summary>
    public static List<PageLink> Find(List<PageLink> links)
    {
        var cards = PageCard.Of(links).ToDictionary(card => card.Link);
        var groups = links.GroupBy(link => Place(link.Main)).Select(group => new Group([.. group], cards)).Where(group => group.Score >= WorthWhile).ToList();
        var best = groups.Where(group => group.Links.Count >= FewestLinks).MaxBy(group => group.Score * Math.Log2(group.Links.Count + 1));
        if (best is null)
            return [];
        var sections = best.Links.Select(link => Section(link.Target)).ToHashSet();
        var chosen = groups.Where(group => ReferenceEquals(group, best) || (group.Score >= best.Score * AsGood && group.Links.TrueForAll(link => sections.Contains(Section(link.Target)))))
            .SelectMany(group => group.Links).ToHashSet();
        return links.FindAll(chosen.Contains);
    }

    /// <summary>Where in the page a link sits: the names and first classes of the elements around it.</summary>
    private static string Place(IElement anchor)
    {
        var place = new List<string>(Levels + 1);
        var element = anchor;
        for (var level = 0; level <= Levels && element is not null && element.LocalName != "body"; level++, element = element.ParentElement)
            place.Add(element.LocalName + "." + Numbers().Replace(element.ClassList.Length > 0 ? element.ClassList[0] : "", "#"));
        return string.Join('<', place);
    }

    /// <summary>The folder of an address: articles of one list mostly share it, whatever dates it holds.</summary>
    private static string Section(Uri target) => target.Segments.Length > 2 ? Numbers().Replace(target.Segments[1], "#") : "";

    [GeneratedRegex(@"[0-9]+", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Numbers();

    private sealed class Group
    {
        private const int LongHeadline = 25;
        private const int ShortHeadline = 12;

        public Group(List<PageLink> links, Dictionary<PageLink, PageCard> cards)
        {
            Links = links;
            Score = Share(link => PageLink.IsHeadline(link.Main))
                + Share(link => cards[link].HasDate)
                + Share(link => cards[link].Title?.Length >= LongHeadline)
                + Share(link => IsSlug(link.Target))
                + (0.5 * Share(link => cards[link].Teaser is not null))
                + (0.5 * Share(link => link.Main.Closest("main,article,[role=main]") is not null))
                - Share(link => (cards[link].Title?.Length ?? 0) < ShortHeadline)
                - Share(link => link.Main.Closest("aside,[role=complementary]") is not null);
        }

        public List<PageLink> Links { get; }

        public double Score { get; }

        private double Share(Func<PageLink, bool> has) => (double)Links.Count(has) / Links.Count;

        // "/nieuws/2026/11/beslagvrije-voet-omhoog", "/artikel/12345": the last part names one text.
        private static bool IsSlug(Uri target)
        {
            var last = target.Segments[^1].Trim('/');
            return last.Count(c => c is '-' or '_') >= 2 || last.Count(char.IsAsciiDigit) >= 4 || target.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) || target.Query.Contains("id=", StringComparison.OrdinalIgnoreCase);
        }
    }
}
