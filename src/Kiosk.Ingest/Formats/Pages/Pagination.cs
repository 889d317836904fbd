using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Where a list goes on.</summary>
internal static partial class Pagination
{
    private const int MostLinks = 10_000;

    /// <summary>The next page, on the same site; null if this is the last or none can be told.</summary>
    public static string? Next(IHtmlDocument page, Uri address, Uri url)
    {
        var links = page.QuerySelectorAll("link[rel~=next i][href],a[rel~=next i][href]")
            .Concat(page.QuerySelectorAll("a[href]").Take(MostLinks).Where(SaysNext))
            .Select(link => link.GetAttribute("href"));
        foreach (var link in links)
            if (Addresses.TryResolve(link, address, out var target) && IsOther(target, url))
                return target.AbsoluteUri;
        return Counted(page, address, url);
    }

    private static bool SaysNext(IElement link) => Words().IsMatch(PageLink.TextOf(link)) || Words().IsMatch(link.GetAttribute("aria-label")?.Trim() ?? "") || Words().IsMatch(link.GetAttribute("title")?.Trim() ?? "");

    private static bool IsOther(Uri target, Uri url) => Addresses.AreOneSite(target, url) && target.GetLeftPart(UriPartial.Query) != url.GetLeftPart(UriPartial.Query);

    // Numbers only: the link to the page after this one, with the same address but for the number.
    private static string? Counted(IHtmlDocument page, Uri address, Uri url)
    {
        var here = Number().Match(url.PathAndQuery);
        var plain = here.Success ? url.PathAndQuery.Remove(here.Index, here.Length) : url.PathAndQuery;
        var targets = page.QuerySelectorAll("a[href*=page i],a[href*=pagina i]").Take(MostLinks)
            .Select(link => Addresses.TryResolve(link.GetAttribute("href"), address, out var target) ? target : null).OfType<Uri>()
            .Where(target => IsOther(target, url)).Select(target => (Target: target, Match: Number().Match(target.PathAndQuery)))
            .Where(link => link.Match.Success && Same(link.Target.PathAndQuery.Remove(link.Match.Index, link.Match.Length), plain)).ToList();
        if (targets.Count == 0)
            return null;
        // Some count from zero: then page 1 is the second, and the first has no number.
        var wanted = here.Success ? Value(here) + 1 : targets.Exists(link => Value(link.Match) == 2) && !targets.Exists(link => Value(link.Match) == 1 && PageLabel(page, link.Target) == "2") ? 2 : 1;
        return targets.Find(link => Value(link.Match) == wanted).Target?.AbsoluteUri;
    }

    private static string? PageLabel(IHtmlDocument page, Uri target) => page.QuerySelectorAll("a[href]").Take(MostLinks)
        .FirstOrDefault(link => Addresses.TryResolve(link.GetAttribute("href"), target, out var found) && found == target) is { } anchor ? PageLink.TextOf(anchor) : null;

    private static bool Same(string left, string right) => left.Trim('/', '?', '&') == right.Trim('/', '?', '&');

    private static int Value(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:volgende(?:\s(?:pagina|resultaten))?|next(?:\s(?:page|»|›))?|ouder(?:e\s(?:berichten|artikelen))?|older(?:\sposts)?|ga naar (?:de )?volgende pagina)?\s*[»›→>]{0,2}(?<=\S)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:[?&](?:page|pagina|paged)=|/(?:page|pagina)/)(?<number>[0-9]{1,6})(?=[/&?]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Number();
}
