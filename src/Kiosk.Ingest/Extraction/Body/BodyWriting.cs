using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Takes the chosen parts out of the page and cleans them.</summary>
internal static class BodyWriting
{
    private const int ShortestLead = 60;
    private const int LongestLead = 400;

    // An icon, or the pixel that counts visitors.
    private const int SmallestImage = 50;

    public static FoundBody Write(Page page, Choice choice)
    {
        foreach (var element in choice.Left)
            element.Remove();
        var whole = page.Document.CreateElement("div");
        foreach (var part in choice.Parts)
            whole.AppendChild(part);
        var clean = HtmlCleaner.Clean(whole, page.BaseUrl);
        var image = whole.QuerySelectorAll("img").Where(static found => !IsSmall(found, "width") && !IsSmall(found, "height")).Select(found => Image(found, page)).FirstOrDefault(static found => found is not null);
        return new FoundBody(clean.Html, WithoutCaptions(whole, page) ?? clean.Text, Lead(whole), image);
    }

    /// <summary>A body made of plain text: each line is a paragraph.</summary>
    public static FoundBody OfText(string text)
    {
        var paragraphs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => $"<p>{Formats.Text.PlainText.ToHtml(line)}</p>");
        var clean = HtmlCleaner.Clean(string.Concat(paragraphs));
        return new FoundBody(clean.Html, clean.Text);
    }

    // A search hit or an excerpt on "Foto: ANP" says nothing about the article.
    private static string? WithoutCaptions(IElement whole, Page page)
    {
        var captions = whole.QuerySelectorAll("figcaption, video, audio, iframe, [class]").Where(static element =>
            element.LocalName is "figcaption" or "video" or "audio" or "iframe" || Patterns.Caption().IsMatch(ElementWords.Of(element)) && element.QuerySelector("p + p") is null).ToList();
        foreach (var caption in captions)
            caption.Remove();
        return captions.Count == 0 ? null : HtmlCleaner.Clean(whole, page.BaseUrl).Text;
    }

    private static string? Lead(IElement whole) =>
        whole.QuerySelectorAll("p").Select(static p => PlainText.Fold(p.TextContent)).FirstOrDefault(static text => text.Length >= ShortestLead) is { } lead
            ? Excerpt.Of(lead, LongestLead)
            : null;

    private static bool IsSmall(IElement image, string side) => int.TryParse(image.GetAttribute(side), System.Globalization.CultureInfo.InvariantCulture, out var pixels) && pixels < SmallestImage;

    private static FoundImage? Image(IElement image, Page page) =>
        ImageSource.Of(image, page.Links) is { } url ? new FoundImage(url, PlainText.Fold(image.GetAttribute("alt") ?? "") is { Length: > 0 } alt ? alt : null) : null;
}
