using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>Says in Dutch what came instead of a feed, and what that means.</summary>
internal static partial class NotAFeed
{
    public const string Empty = "De bron gaf een leeg antwoord. Er is niets te lezen; de volgende keer proberen we het opnieuw.";
    public const string Binary = "Dit is geen tekst maar een bestand, zoals een plaatje of een pdf. Controleer of het adres van de feed klopt.";
    public const string BrokenArchive = "Dit is een ingepakt bestand (gzip) dat niet heel is aangekomen. De volgende keer proberen we het opnieuw.";
    public const string CutShort = "De feed is afgebroken voordat er een bericht in stond. De volgende keer proberen we het opnieuw.";
    public const string Attack = "Deze feed bevat tekst die zichzelf eindeloos vermenigvuldigt. Dat is een bekende aanval, dus we lezen hem niet.";
    public const string BrokenJson = "Dit lijkt op een JSON-feed, maar de tekst is beschadigd. Er was geen enkel bericht in te lezen.";
    public const string OtherJson = "Dit is JSON, maar geen feed: er staat geen lijst met berichten in. Controleer of het adres van de feed klopt.";
    public const string TooSlow = "Deze feed lezen duurde te lang. De volgende keer proberen we het opnieuw.";
    public const string PlainWords = "Dit is gewone tekst, geen feed. Controleer of het adres van de feed klopt.";

    private const int LongestSearched = 256 * 1024;

    public static bool IsWebPage(string text) => PageStart().IsMatch(text.AsSpan(0, Math.Min(text.Length, LongestSearched)));

    /// <summary>What a page says: that it asks to log in, is under maintenance, or names its feed.</summary>
    public static string WebPage(string text, Uri? address)
    {
        var head = text.Length > LongestSearched ? text[..LongestSearched] : text;
        if (Discovered(head, address) is { } feed)
            return $"Dit is een webpagina, geen feed. De pagina verwijst zelf naar deze feed: {feed}";
        var title = PlainText.Line(TitleOf().Match(head).Groups["title"].Value, 80);
        var named = title is null ? "" : $" (\"{title}\")";
        if (Maintenance().IsMatch(title ?? ""))
            return $"Dit is een webpagina, geen feed{named}: de site lijkt in onderhoud. De volgende keer proberen we het opnieuw.";
        if (Password().IsMatch(head))
            return $"Dit is een webpagina, geen feed{named}: de site vraagt om in te loggen. Zonder account is deze feed niet te lezen.";
        return $"Dit is een webpagina, geen feed{named}. Controleer of het adres van de feed klopt.";
    }

    /// <summary>What XML with this root is, if not a feed.</summary>
    public static string Xml(string root) => root switch
    {
        "urlset" or "sitemapindex" => "Dit is een sitemap, geen feed. Zet het formaat van deze bron op 'sitemap'.",
        "oai-pmh" => "Dit is een antwoord van een OAI-PMH-archief, geen feed. Zet het formaat van deze bron op 'oai-pmh'.",
        "opml" => "Dit is een lijst met feeds (OPML), geen feed. Kies een van de feeds uit die lijst.",
        _ => $"Dit is XML, maar geen feed die we kennen (het begint met '{(root.Length > 40 ? root[..40] : root)}'). Controleer of het adres van de feed klopt.",
    };

    private static string? Discovered(string head, Uri? address)
    {
        foreach (Match link in LinkTag().Matches(head))
            if (Alternate().IsMatch(link.Value) && FeedType().IsMatch(link.Value) && Href().Match(link.Value) is { Success: true } href)
                return new FeedFields(address, null).Link(CharacterReferences.Decode(href.Groups["url"].Value), null);
        return null;
    }

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", Loose, Patience.Milliseconds)]
    private static partial Regex PageStart();

    [GeneratedRegex(@"<link\s[^<>]{1,2000}>", Loose, Patience.Milliseconds)]
    private static partial Regex LinkTag();

    [GeneratedRegex(@"\srel\s*=\s*[""']?[^""'<>]{0,40}\balternate\b", Loose, Patience.Milliseconds)]
    private static partial Regex Alternate();

    [GeneratedRegex(@"\stype\s*=\s*[""']?application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", Loose, Patience.Milliseconds)]
    private static partial Regex FeedType();

    [GeneratedRegex(@"\shref\s*=\s*(?:""(?<url>[^""<>]{1,2000})""|'(?<url>[^'<>]{1,2000})'|(?<url>[^\s""'<>]{1,2000}))", Loose, Patience.Milliseconds)]
    private static partial Regex Href();

    [GeneratedRegex(@"<title[^<>]{0,200}>(?<title>[^<]{1,400})", Loose, Patience.Milliseconds)]
    private static partial Regex TitleOf();

    [GeneratedRegex("onderhoud|maintenance|storing|tijdelijk niet|temporarily|unavailable|niet beschikbaar|zo terug", Loose, Patience.Milliseconds)]
    private static partial Regex Maintenance();

    [GeneratedRegex(@"<input\s[^<>]{0,500}type\s*=\s*[""']?password", Loose, Patience.Milliseconds)]
    private static partial Regex Password();
}
