using System.Text.RegularExpressions;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Text;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Harvesting.Pages;

/// <summary>
/// Whether an item carries its article or only a foretaste. It is a teaser when it has no text; when its text is cut off ("…", "[…]", "Lees meer") and shorter
/// than 3,000 characters; when a feed gives a description alone of less than 1,200; or when the text it gives as a whole is less than
/// 1,200 and no longer than its own description, or less than 400.
/// </summary>
internal static partial class Teaser
{
    private const int LongestCutOff = 3_000;
    private const int LongestDescription = 1_200;
    private const int ShortestArticle = 400;

    /// <summary>HTML of more characters than this holds more than a teaser, whatever its markup.</summary>
    private const int LongestMarkup = 30_000;

    /// <summary>Where a text says that it goes on elsewhere; WordPress puts a sentence of its own after that.</summary>
    private const int End = 300;

    /// <summary>True if the item has no text at all.</summary>
    public static bool IsBare(Item item) => item is { Content: null, Summary: null };

    public static bool IsAllOf(Item item)
    {
        if (item.Content is null && item.Summary is null)
            return true;
        if ((item.Content ?? item.Summary)!.Length > LongestMarkup)
            return false;
        var text = PlainText.FromHtml(item.Content ?? item.Summary);
        if (text.Length < LongestCutOff && IsCutOff(text))
            return true;
        return item.Content is null
            ? text.Length < LongestDescription
            : text.Length < ShortestArticle || (text.Length < LongestDescription && item.Summary is { } summary && PlainText.FromHtml(summary).Length >= text.Length);
    }

    private static bool IsCutOff(string text) => Cut().IsMatch(text.Length > End ? text[^End..] : text);

    [GeneratedRegex(@"\[(?:…|\.\.\.)\]|(?:…|\.\.\.|\b(?:lees|kijk|bekijk|klik) (?:hier )?(?:meer|verder|door|het (?:hele|volledige) \w{3,15})|\b(?:meer|verder) lezen|\b(?:read|continue) (?:more|reading)|\bweiterlesen|\blire la suite)\W{0,5}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Cut();
}
