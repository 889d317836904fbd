using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Formats.Text;

namespace Kiosk.Ingest.Formats.Pages;

/// <summary>The parts of a page that every page of the site has: menus, breadcrumbs, the foot, social buttons.</summary>
internal sealed partial class Furniture
{
    private const int MostLevels = 60;

    private readonly Dictionary<IElement, bool> _known = [];

    public bool Holds(IElement anchor)
    {
        IElement? element = anchor;
        for (var level = 0; level < MostLevels && element is not null && element.LocalName != "body"; level++, element = element.ParentElement)
            if (IsFurniture(element))
                return true;
        return false;
    }

    private bool IsFurniture(IElement element)
    {
        if (!_known.TryGetValue(element, out var isFurniture))
            // Around the whole page stand forms (of ASP.NET) and names that merely mention a menu ("layout-with-menu").
            _known[element] = isFurniture = element.LocalName == "nav" || (LooksLikeIt(element) && element.QuerySelector("main,article,h1") is null);
        return isFurniture;
    }

    private static bool LooksLikeIt(IElement element) => element.LocalName switch
    {
        "a" or "main" or "article" => false,
        "form" or "dialog" or "footer" => true,
        "header" when element.Closest("article,main,section,li") is null => true,
        _ => element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "menu" or "menubar" or "dialog" || IsNamed(element.ClassName) || IsNamed(element.Id),
    };

    private static bool IsNamed(string? name) => name is { Length: > 0 and < 500 } && Names().IsMatch(name);

    // Not "tag-…" or "comments-…": blogs give every article classes that begin so.
    [GeneratedRegex(@"(?:^|[\s_-])(?:breadcrumbs?|kruimelpad|nav|navbar|navigation|navigatie|menu|submenu|megamenu|footer|site-header|cookies?|cookiebar|consent|social|share|sharing|delen|pagination|paginering|pager"
        + @"|page-numbers|skip-?links?|tags|tagcloud|tag-(?:cloud|list|links)|login|language-(?:switch|switcher|selector)|taalkeuze|comment-(?:list|respond)|comments-area|newsletter)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Names();
}
