using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kiosk.Ingest.Archiving;
using Kiosk.Ingest.Formats;
using Kiosk.Ingest.Formats.Pdf;
using Kiosk.Ingest.Identity;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>What parsers promise besides not throwing.</summary>
internal static partial class Promise
{
    private static readonly Uri Address = new("https://bron.example/map/pagina");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> Elements = [.. ("h2 h3 h4 h5 h6 p ul ol li blockquote pre code table caption thead tbody tfoot tr td th figure figcaption img a em strong "
        + "sub sup abbr time dl dt dd br hr details summary q cite del ins mark small").Split(' ')];

    private static readonly HashSet<string> Attributes = ["href", "rel", "src", "alt", "width", "height", "title", "datetime", "colspan", "rowspan", "scope", "start"];

    public static void Holds(bool promise, string otherwise)
    {
        if (!promise)
            throw new BrokenPromiseException(otherwise);
    }

    /// <summary>Either items or a problem; no more items than the bytes can hold; each of them fit to be kept.</summary>
    public static void Items(IReadOnlyList<Item> items, string? problem, int bytes)
    {
        Holds(problem is null || items.Count == 0, "Items came with a problem.");
        Holds(items.Count <= (bytes / 3) + 1, "There are more items than bytes for them.");
        foreach (var item in items)
            Whole(item);
        foreach (var candidate in Candidate.From(items, sourceId: 1))
            Kept(candidate);
    }

    /// <summary>Clean HTML holds nothing that runs or loads, whichever way a browser reads it, and cleaning it changes nothing.</summary>
    public static void Inert(string html, Func<string, string> again)
    {
        Holds(again(html) == html, "Cleaning it again changes it.");
        foreach (var isScripting in new[] { true, false })
        {
            foreach (var element in new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument("<!DOCTYPE html><body>" + html).Body!.QuerySelectorAll("*"))
            {
                Holds(Elements.Contains(element.LocalName) && element.NamespaceUri == NamespaceNames.HtmlUri, $"It holds {element.LocalName}.");
                foreach (var attribute in element.Attributes)
                    Holds(Attributes.Contains(attribute.Name), $"It holds the attribute {attribute.Name}.");
                foreach (var url in new[] { element.GetAttribute("href"), element.GetAttribute("src") })
                    Holds(url is null || SafeAddress().IsMatch(url), $"It leads to {url}.");
            }
        }
    }

    /// <summary>Pages begin in their order and within the text; chapters stand on pages.</summary>
    public static void Report(PdfReport report)
    {
        Storable(report.Title, report.Text);
        var before = 0;
        foreach (var start in report.PageStarts)
        {
            Holds(start >= before && start <= report.Text.Length, $"A page begins at {start}.");
            before = start;
        }

        foreach (var chapter in report.Contents)
        {
            Storable(chapter.Title);
            Holds(!string.IsNullOrWhiteSpace(chapter.Title), "A chapter has no title.");
        }

        Holds(report.PageAt(report.Text.Length) <= report.PageCount, "There are more pages than there are.");
    }

    /// <summary>PostgreSQL takes no NUL and no half of a surrogate pair.</summary>
    public static void Storable(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null)
                continue;
            Holds(!text.Contains('\0', StringComparison.Ordinal), "A text holds NUL.");
            for (var at = 0; at < text.Length; at++)
            {
                if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                    at++;
                else
                    Holds(!char.IsSurrogate(text[at]), $"A text holds half a character at {at}.");
            }
        }
    }

    private static void Whole(Item item)
    {
        foreach (var text in new[] { item.Id, item.Title, item.Link, item.Summary, item.Content, item.Image, item.Language, item.Document, item.Type, item.Event?.Place }.Concat(item.Authors).Concat(item.Categories).Concat(item.Identifiers))
            Holds(text is null || !string.IsNullOrWhiteSpace(text), "A text is blank.");
        foreach (var address in new[] { item.Link, item.Document, item.Event?.Registration })
            Holds(address is null || address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !address.Contains(':', StringComparison.Ordinal), $"An address is {address}.");
    }

    /// <summary>As the archive keeps it.</summary>
    private static void Kept(Candidate candidate)
    {
        var item = candidate.Item;
        var draft = ArticleDraft.From(item, Address.AbsoluteUri, "nl", Now);
        Holds(draft.Title.Length is > 0 and <= 500, "The title is empty or long.");
        Holds(draft.Lead.Length <= 500, "The lead is long.");
        Holds(draft.Published is null || draft.Published <= Now, "It is from the future.");
        Holds(draft.Language is null or { Length: <= 40 }, $"The language is {draft.Language}.");
        var place = ArticleEvents.Merged(kept: null, item.Event)?.Place;
        Storable([draft.Title, draft.Lead, draft.Body.Html, draft.Body.Text, draft.Url, draft.Document, draft.Image, draft.Language, place, item.Event?.Registration, .. draft.Authors, .. draft.Categories, .. candidate.Aliases]);
        // Pages that wait to be read keep their item as JSON.
        Holds(JsonSerializer.SerializeToUtf8Bytes(item).Length > 0, "It cannot be written as JSON.");
    }

    [GeneratedRegex("^(https?://|mailto:|tel:)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SafeAddress();
}
