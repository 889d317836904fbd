using AngleSharp.Dom;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>The parts of a page that a source's own selectors name. A selector that cannot be read selects nothing.</summary>
internal static class SelectedParts
{
    public static void Remove(IElement body, string? selector)
    {
        foreach (var element in Matches(body, selector))
            element.Remove();
    }

    /// <summary>The outermost matches, in order.</summary>
    public static IReadOnlyList<IElement> Of(IElement body, string? selector)
    {
        var matches = Matches(body, selector).ToHashSet();
        return [.. matches.Where(element => !element.Ancestors<IElement>().Any(matches.Contains))];
    }

    private static IEnumerable<IElement> Matches(IElement body, string? selector)
    {
        if (string.IsNullOrWhiteSpace(selector))
            return [];
        try
        {
            return [.. body.QuerySelectorAll(selector)];
        }
        catch (DomException)
        {
            return [];
        }
    }
}
