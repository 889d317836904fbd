using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>A page that a list links to, with every link to it: picture, headline and "lees meer" are one.</summary>
internal sealed partial class PageLink(Uri target)
{
    private const int MostLinks = 10_000;
    private const int LongestText = 500;

    public Uri Target => target;

    public List<IElement> Anchors { get; } = [];

    /// <summary>The link that carries the headline: in or around a heading, else the one with most words.</summary>
    public IElement Main => Anchors.Find(IsHeadline) ?? Anchors.MaxBy(anchor => TextOf(anchor).Length)!;

    /// <summary>Links of the page that can be articles, in their order.</summary>
    /// <param name="body">The body of the page.</param>
    /// <param name="address">What links are relative to.</param>
    /// <param name="url">The page's own address.</param>
    /// <param name="within">A piece that the address must hold; null for none.</param>
    /// <param name="selector">Takes exactly what it selects; null takes all that is not furniture of the site.</param>
    public static List<PageLink> In(IElement body, Uri address, Uri url, string? within, string? selector)
    {
        var links = new Dictionary<string, PageLink>();
        var furniture = new Furniture();
        foreach (var element in body.QuerySelectorAll(selector ?? "a[href]").Take(MostLinks))
        {
            var anchor = element.HasAttribute("href") ? element : element.QuerySelector("a[href]") ?? element.Closest("a[href]");
            if (anchor is null || !Addresses.TryResolve(anchor.GetAttribute("href"), address, out var target) || IsSelf(target, url))
                continue;
            if (within is not null && !target.AbsoluteUri.Contains(within, StringComparison.OrdinalIgnoreCase))
                continue;
            if (selector is null && (!Addresses.AreOneSite(target, url) || IsNoArticle(target) || furniture.Holds(anchor)))
                continue;
            var key = target.GetLeftPart(UriPartial.Query);
            if (!links.TryGetValue(key, out var link))
                links[key] = link = new PageLink(new Uri(key));
            link.Anchors.Add(anchor);
        }
        return [.. links.Values];
    }

    public static bool IsHeadline(IElement anchor) => IsHeading(anchor) || Heading(anchor) is not null;

    /// <summary>The heading in a link, or around it.</summary>
    public static IElement? Heading(IElement anchor) => anchor.QuerySelector("h1,h2,h3,h4,h5,h6") ?? Above(anchor);

    public static string TextOf(IElement element)
    {
        var text = element.TextContent;
        return PlainText.Line(text.Length > LongestText * 4 ? text[..(LongestText * 4)] : text, LongestText) ?? "";
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static IElement? Above(IElement anchor)
    {
        var above = anchor.ParentElement;
        for (var steps = 0; steps < 3 && above is not null; steps++, above = above.ParentElement)
            if (IsHeading(above))
                return above;
        return null;
    }

    private static bool IsSelf(Uri target, Uri url) =>
        string.Equals(target.GetLeftPart(UriPartial.Query).TrimEnd('/'), url.GetLeftPart(UriPartial.Query).TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static bool IsNoArticle(Uri target) => target.AbsolutePath.Length <= 1 || OtherPages().IsMatch(target.AbsolutePath) || Files().IsMatch(target.AbsolutePath) || PageNumber().IsMatch(target.Query);

    [GeneratedRegex(@"(?:^|/)(?:tags?|categor(?:y|ie|ieen)|author|auteurs?|trefwoord(?:en)?|login|inloggen|aanmelden|account|registre(?:er|ren)|zoeken|search|contact|over-ons|"
        + @"privacy(?:-?(?:statement|verklaring|beleid))?|cookies?(?:-?(?:beleid|verklaring|instellingen))?|disclaimer|toegankelijkheid|sitemap|winkelwagen|cart|feed|rss|page/[0-9]+|pagina/[0-9]+|copyright|vacatures|"
        + @"wp-login\.php|wp-admin|share|nieuwsbrief|colofon|proclaimer)(?:/|\.html?|\.aspx|\.php|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex OtherPages();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|svg|webp|css|js|xml|rss|ics|zip|mp3|mp4|xlsx?|docx?|pptx?|csv|ods|odt)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Files();

    [GeneratedRegex(@"^\?(?:page|pagina|paged|p|start|offset)=[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex PageNumber();
}
