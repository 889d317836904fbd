using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>The parts of a page that every page of the site has: menus, breadcrumbs, the foot, social buttons.</summary>
internal static partial class Furniture
{
    private const int MostLevels = 60;

    public static bool Holds(IElement anchor)
    {
        var element = anchor;
        for (var level = 0; level < MostLevels && element is not null && element.LocalName != "body"; level++, element = element.ParentElement)
            if (IsFurniture(element))
                return true;
        return false;
    }

    private static bool IsFurniture(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav" or "footer" or "form" or "dialog" when element.Closest("article") is null || element.LocalName is not "footer":
                return true;
            case "header" when element.Closest("article,main,section,li") is null:
                return true;
        }
        if (element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "menu" or "menubar" or "dialog" || element.GetAttribute("aria-hidden") == "true" && element.LocalName != "a")
            return true;
        // Words that name what a whole page is about stand on body and main too ("has-sidebar").
        return element.LocalName is not "main" and not "article" and not "a" && (IsNamed(element.ClassName) || IsNamed(element.Id));
    }

    private static bool IsNamed(string? name) => name is { Length: > 0 and < 500 } && Names().IsMatch(name);

    [GeneratedRegex(@"(?:^|[\s_-])(?:breadcrumbs?|kruimelpad|nav|navbar|navigation|navigatie|menu|submenu|megamenu|footer|site-header|cookies?|cookiebar|consent|social|share|sharing|deel|pagination|paginering|pager|"
        + @"page-numbers|skip-?links?|tags?|tagcloud|tag-list|post-tags|entry-meta|login|language|taalkeuze|comments?|reacties|newsletter)(?:$|[\s_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Names();
}
