using Kiosk.Data;

namespace Kiosk.Web.Reading;

/// <summary>
/// What a source lets us show of its text: the one place that decides it, for pages, search results and the API alike.
/// Full: everything. Excerpt: an opening of at most <see cref="ExcerptWords"/> words. Link: the title alone.
/// </summary>
public static class ReadingRights
{
    public const int ExcerptWords = 60;

    private static readonly char[] Blanks = [' ', '\n', '\r', '\t', '\u00a0'];

    /// <summary>The lead as far as it may be shown; empty if there is none or none is allowed.</summary>
    public static string Lead(Rights rights, string lead) => rights switch
    {
        Rights.Full => lead,
        Rights.Excerpt => Opening(lead),
        _ => "",
    };

    /// <summary>
    /// The opening that stands in for the text where the text itself may not be shown: the lead, or else the begin of the text.
    /// Empty where not even that is allowed.
    /// </summary>
    public static string Excerpt(Rights rights, string lead, string bodyText) =>
        rights == Rights.Link ? "" : Opening(string.IsNullOrWhiteSpace(lead) ? bodyText : lead);

    /// <summary>The body as clean HTML; empty unless the source allows its full text.</summary>
    public static string Body(Rights rights, string bodyHtml) => rights == Rights.Full ? bodyHtml : "";

    /// <summary>The address of a picture as far as it may be shown; null unless the source allows its full text, since a picture is a work of its own.</summary>
    public static string? Picture(Rights rights, string? address) => rights == Rights.Full ? address : null;

    /// <summary>Whether a piece of the text around a find may be shown. Such a piece is far shorter than an excerpt.</summary>
    public static bool AllowsSnippet(Rights rights) => rights != Rights.Link;

    private static string Opening(string text)
    {
        var words = text.Split(Blanks, ExcerptWords + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= ExcerptWords
            ? text.Trim()
            : string.Join(' ', words.Take(ExcerptWords)).TrimEnd('.', ',', ';', ':', '…') + " …";
    }
}
