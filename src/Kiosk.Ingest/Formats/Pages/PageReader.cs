using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Answers;
using Kiosk.Ingest.Formats.Feeds;
using Kiosk.Ingest.Formats.Markup;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>Reads web pages that list articles: by a selector, or by the shape that such lists have.</summary>
public static class PageReader
{
    private const string NothingFound =
        "Op deze pagina is geen lijst met artikelen gevonden. Misschien maakt de site de lijst pas in de browser. Geef bij 'select' een CSS-selector voor de links, of zoek een feed of sitemap van deze site.";

    /// <summary>Bytes in, items or the reason why not out. Items have a link and a title; date and teaser where the list shows them. Never
    /// throws for what is in the bytes.</summary>
    /// <param name="body">The body as received.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <param name="url">The address that answered: links are relative to it and must stay on its site.</param>
    /// <param name="links">A CSS selector for the links, or for elements that hold one; null finds them by shape.</param>
    /// <param name="within">A piece that the address of an article must hold; null for none.</param>
    public static ListReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri url, string? links = null, string? within = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (links is not null && !IsSelector(links))
            return ListReading.Failed($"De selector '{AnswerProblems.Short(links)}' is geen geldige CSS-selector. Pas 'select.links' van deze bron aan.");
        return AnswerText.Read(body, contentType, ListReading.Failed, text => Listed(text, url, links, within));
    }

    private static ListReading Listed(string text, Uri url, string? links, string? within)
    {
        if (!NotAFeed.IsWebPage(text) && !text.Contains("<a ", StringComparison.OrdinalIgnoreCase))
            return ListReading.Failed(AnswerProblems.Instead("webpagina", text, text[0] == '<' ? XmlAnswer.Of(text, url).Root?.Name : null));
        return BoundedParser.TryParseDocument(text) is { Body: not null } page ? Listed(page, url, links, within) : ListReading.Failed(AnswerProblems.TooLargePage);
    }

    private static ListReading Listed(IHtmlDocument page, Uri url, string? links, string? within)
    {
        var address = BaseOf(page, url);
        var found = PageLink.In(page.Body!, address, url, within, links);
        var group = links is null ? ListShape.Find(found) : found;
        if (group.Count == 0)
            return ListReading.Failed(links is null
                ? NothingFound
                : $"De selector '{AnswerProblems.Short(links)}' vindt op deze pagina geen links{(within is null ? "" : $" met '{AnswerProblems.Short(within)}' in het adres")}. Is de site veranderd? Pas 'select.links' van deze bron aan.");
        var language = LanguageCode.Of(page.DocumentElement.GetAttribute("lang"));
        var fields = new FeedFields(address, FeedFields.ZoneOf(language, url));
        return new ListReading
        {
            Items = [.. PageCard.Of(group).Take(MarkupLimits.Items).Select(card => card.Item(fields)).OfType<Item>()],
            Next = Pagination.Next(page, address, url),
        };
    }

    internal static Uri BaseOf(IHtmlDocument page, Uri url) =>
        Addresses.TryResolve(page.QuerySelector("base[href]")?.GetAttribute("href"), url, out var address) ? address : url;

    private static bool IsSelector(string selector)
    {
        try
        {
            return new CssSelectorParser().ParseSelector(selector) is not null;
        }
        catch (DomException)
        {
            return false;
        }
    }
}
