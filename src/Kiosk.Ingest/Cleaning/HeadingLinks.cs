using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Links in headings that lead nowhere but to a place on the page itself. Generators of documentation and weblogs put them there.</summary>
internal static class HeadingLinks
{
    private const string Headings = "h1, h2, h3, h4, h5, h6";

    /// <summary>Whether it is a sign ("¶", "#") by which readers can link to a heading: no word of it.</summary>
    public static bool IsSign(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href")?.Contains('#', StringComparison.Ordinal) == true
        && !element.TextContent.Any(char.IsLetterOrDigit) && element.QuerySelector("img") is null && element.Closest(Headings) is not null;

    /// <summary>Whether the words of a heading are in it, for instance because they lead back to the table of contents.</summary>
    public static bool IsHeading(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href") is ['#', ..] && element.Closest(Headings) is { } heading && 2 * element.TextContent.Length > heading.TextContent.Trim().Length;
}
