using AngleSharp.Dom;

namespace Kiosk.Ingest.Cleaning;

/// <summary>Forms and buttons that are not there to be filled in or pressed, but around what is to be read.</summary>
internal static class Controls
{
    /// <summary>Characters in paragraphs from which a form holds an article: what a form says of itself is shorter.</summary>
    private const int LeastText = 200;

    private const string Headings = "h1, h2, h3, h4, h5, h6, dt, summary";

    /// <summary>Some sites put the whole page in one form, and many make the heading above an answer that folds out a button.</summary>
    public static bool HoldText(IElement element) => element.LocalName switch
    {
        "form" => HasText(element),
        "button" => (element.HasAttribute("aria-expanded") || element.HasAttribute("aria-controls")) && element.Closest(Headings) is not null,
        _ => false,
    };

    private static bool HasText(IElement form)
    {
        var length = 0;
        foreach (var paragraph in form.Descendants<IElement>().Where(static inner => inner.LocalName == "p"))
        {
            length += paragraph.TextContent.Length;
            if (length >= LeastText)
                return true;
        }

        return false;
    }
}
