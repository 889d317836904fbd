using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats.Markup;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Feeds;

/// <summary>How fields are read that all XML feeds share.</summary>
/// <param name="address">The feed's own address; null if unknown.</param>
/// <param name="zone">The zone of dates that name none; null leaves it to their words.</param>
internal sealed partial class FeedFields(Uri? address, TimeZoneInfo? zone)
{
    private const int LongestTitle = 1_000;
    private const int LongestLink = 4_000;
    private const int MostNames = 100;

    /// <summary>The zone of a feed in this language, or from this address: Dutch ones keep Dutch time.</summary>
    public static TimeZoneInfo? ZoneOf(string? language, Uri? address) =>
        (language?.StartsWith("nl", StringComparison.OrdinalIgnoreCase) ?? false)
        || (address is { IsAbsoluteUri: true } && address.Host.EndsWith(".nl", StringComparison.OrdinalIgnoreCase))
            ? TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")
            : null;

    public static string? Title(FeedElement? element) => PlainText.Line(element?.Markup, LongestTitle);

    public static string? Title(string? text) => PlainText.Line(text, LongestTitle);

    /// <summary>What an element holds as HTML; null if that is nothing. HTML without a tag that would show as tags from its first character was encoded once too often.</summary>
    public static string? Html(FeedElement? element)
    {
        if (element?.Markup is not ['&', ..] html || html.Contains('<', StringComparison.Ordinal))
            return element?.Markup;
        var decoded = CharacterReferences.Decode(html);
        return decoded is ['<', ..] && decoded.Contains("</", StringComparison.Ordinal) && PlainText.LooksLikeHtml(decoded) ? decoded : html;
    }

    /// <summary>Names of people or subjects, in the order given, blank ones left out.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string?> names) =>
        [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Take(MostNames)];

    /// <summary>The first of these that reads as a date.</summary>
    public DateTimeOffset? Date(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
            if (DateText.TryParse(text is null || !text.Contains('<', StringComparison.Ordinal) ? text : InMarkup(text), zone, out var instant))
                return instant;
        return null;
    }

    private static string? InMarkup(string html) =>
        Moment().Match(html) is { Success: true } moment ? moment.Groups["date"].Value : PlainText.Line(html, DateText.LongestText);

    /// <summary>An address made absolute against what applies at its element; as it stands if there is nothing to make it so with;
    /// null if blank, absurd, or not for the web (javascript:, mailto:, file:).</summary>
    public string? Link(string? text, Uri? within)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestLink)
            return null;
        // No address holds a character reference: one that does was encoded once too often. None holds a tag: one that does is the link of a page.
        var link = string.Concat(CharacterReferences.Decode(text).Where(c => !char.IsControl(c))).Trim();
        if (link.Contains('<', StringComparison.Ordinal))
            link = Href().Match(link).Groups["url"].Value;
        if (link.Length == 0)
            return null;
        if (StartsWithHost(link))
            link = "http://" + link;
        if (IsWeb(link))
            return WithLowerHost(link);
        if (Uri.TryCreate(within ?? address, link, out var absolute))
            return IsWeb(absolute.AbsoluteUri) ? absolute.AbsoluteUri : null;
        return link.Contains(':', StringComparison.Ordinal) ? null : link;
    }

    /// <summary>The first picture in the text of an item, whose addresses are relative to the page that the text is on; null if there is none.</summary>
    public string? FirstPicture(Item item)
    {
        var page = Uri.TryCreate(item.BaseUrl ?? item.Link, UriKind.Absolute, out var found) ? found : address;
        return InlinePicture.Of(item.Content, page) ?? InlinePicture.Of(item.Summary, page);
    }

    public static bool IsWeb(string? text) => text is not null
        && (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    // People leave out the scheme; a path that begins like this nobody writes.
    private static bool StartsWithHost(string link) =>
        link.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && link.IndexOf('.', "www.".Length) > 0;

    // Case means nothing in scheme and host (RFC 3986, 6.2.2.1); the rest stays as the source wrote it.
    private static string WithLowerHost(string link)
    {
        var path = link.IndexOfAny(['/', '?', '#'], link.IndexOf("//", StringComparison.Ordinal) + 2);
        return path < 0 ? link : string.Concat(link[..path].ToLowerInvariant(), link.AsSpan(path));
    }

    [GeneratedRegex(@"<a\s[^<>]{0,500}?href\s*=\s*[""']?(?<url>[^\s""'<>]{1,4000})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Href();

    [GeneratedRegex(@"<time\s[^<>]{0,500}?datetime\s*=\s*[""']?(?<date>[^""'<>]{4,60})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Moment();
}
