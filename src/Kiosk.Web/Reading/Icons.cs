using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Kiosk.Web.Reading;

/// <summary>The icons of one page: it remembers which are used, so that the sprite at the end holds those alone. One per request.</summary>
public sealed class Icons
{
    private static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>
    {
        ["alert"] = """<path d="M12 3.5 22 20.5H2z"/><path d="M12 10v5M12 17.5v.5"/>""",
        ["check"] = """<path d="m4.5 12.5 5 5 10-11"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>""",
        ["close"] = """<path d="m6 6 12 12M18 6 6 18"/>""",
        ["device"] = """<path d="M3.5 5h17v11h-17zM9 20h6M12 16v4"/>""",
        ["down"] = """<path d="m5.5 9 6.5 6.5L18.5 9"/>""",
        ["download"] = """<path d="M12 3.5V15M8 11.5l4 3.7 4-3.7M4.5 20.5h15"/>""",
        ["eye"] = """<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.8"/>""",
        ["filter"] = """<path d="M3.5 5.5h17M7 12h10M10.5 18.5h3"/>""",
        ["folder"] = """<path d="M3.5 19.5v-14h6l2 2.5h9v11.5z"/>""",
        ["grip"] = """<path d="M5 8h14M5 12h14M5 16h14"/>""",
        ["info"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.5"/>""",
        ["key"] = """<circle cx="7.5" cy="15.5" r="4"/><path d="m10.5 12.5 9-9M16 7l3 3M13 10l2 2"/>""",
        ["kind-agenda"] = """<path d="M4 5.5h16v15H4zM4 10h16M8 3v5M16 3v5M8 14h3"/>""",
        ["kind-nieuws"] = """<path d="M4 5h16v14H4zM7.5 9h9M7.5 12.5h9M7.5 15.5H12"/>""",
        ["kind-onderzoek"] = """<path d="M4 4v16h16"/><path d="m7 15.5 4-5 3 3 5-7"/>""",
        ["kind-opinie"] = """<path d="M10 7c-3 .6-4.8 2.7-4.8 6v4h5v-5H7.6c.2-1.7 1-2.7 2.4-3.2zM18.8 7c-3 .6-4.8 2.7-4.8 6v4h5v-5h-2.6c.2-1.7 1-2.7 2.4-3.2z"/>""",
        ["kind-praktijk"] = """<path d="M4 4.5h16V16h-8.5L7 20v-4H4zM8 8.5h8M8 12h5"/>""",
        ["kind-rapport"] = """<path d="M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 12.5h6.5M9 16h6.5"/>""",
        ["kind-uitspraak"] = """<path d="M12 4v16M7 20h10M4.5 7h15M4.5 7 2.5 13H8zM19.5 7l-3 6H22z"/>""",
        ["kind-wet"] = """<path d="M15.5 6.5C15 4.8 13.7 4 12 4c-2 0-3.5 1.1-3.5 2.9 0 4 7.5 3.3 7.5 7.3 0 1.3-.9 2.3-2.2 2.7M8.5 17.5c.5 1.7 1.8 2.5 3.5 2.5 2 0 3.5-1.1 3.5-2.9 0-4-7.5-3.3-7.5-7.3 0-1.3.9-2.3 2.2-2.7"/>""",
        ["left"] = """<path d="m15 5.5-6.5 6.5 6.5 6.5"/>""",
        ["lock"] = """<path d="M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11"/>""",
        ["mail"] = """<path d="M3.5 5.5h17v13h-17zM3.5 6.5 12 13l8.5-6.5"/>""",
        ["note"] = """<path d="m4 20 1.2-4.6L16.5 4l3.5 3.5L8.7 18.8z"/><path d="m14 6.5 3.5 3.5"/>""",
        ["out"] = """<path d="M10 5H4.5v14.5H19V14M13.5 4H20v6.5M20 4l-9.5 9.5"/>""",
        ["pause"] = """<path d="M8.5 5v14M15.5 5v14"/>""",
        ["play"] = """<path d="M7.5 4.5 19 12 7.5 19.5z"/>""",
        ["plus"] = """<path d="M12 5v14M5 12h14"/>""",
        ["print"] = """<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z"/>""",
        ["refresh"] = """<path d="M20 11.5a8 8 0 1 0-2.4 6.2M20 5v6.5h-6.5"/>""",
        ["right"] = """<path d="m9 5.5 6.5 6.5L9 18.5"/>""",
        ["rss"] = """<path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/><circle class="solid" cx="6" cy="18" r="1.5"/>""",
        ["search"] = """<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>""",
        ["share"] = """<path d="M12 15V3.5M8 7l4-3.7L16 7M5 12v8.5h14V12"/>""",
        ["save"] = """<path d="M6.5 3.5h11v17L12 16l-5.5 4.5z"/>""",
        ["stack"] = """<path d="M7 3.5h13v13H7z"/><path d="M4 7v13h13"/>""",
        ["sun"] = """<circle cx="12" cy="12" r="4"/><path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2 2M16.7 16.7l2 2M5.3 18.7l2-2M16.7 7.3l2-2"/>""",
        ["theme"] = """<circle cx="12" cy="12" r="8.5"/><path class="solid" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/>""",
        ["trash"] = """<path d="M4 6.5h16M9 6V3.5h6V6M6 6.5l1 14h10l1-14M10 10.5v6.5M14 10.5v6.5"/>""",
        ["topic"] = """<path d="M3.5 12 11 4.5h9v9L12.5 21z"/><circle cx="15.5" cy="9" r="1.3"/>""",
        ["up"] = """<path d="m5.5 15 6.5-6.5 6.5 6.5"/>""",
        ["user"] = """<circle cx="12" cy="8" r="4"/><path d="M4 20.5c.8-4.5 4-6.5 8-6.5s7.2 2 8 6.5"/>""",
    }.ToFrozenDictionary();

    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Places an icon. It is decoration: what it says must stand in words beside it.</summary>
    public IHtmlContent Use(string name)
    {
        if (!Drawings.ContainsKey(name))
            throw new ArgumentException($"There is no icon '{name}'.", nameof(name));
        _used.Add(name);
        return new HtmlString($"""<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>""");
    }

    /// <summary>The drawings of all icons placed so far.</summary>
    public IHtmlContent Sprite() => new HtmlString(string.Concat(
        _used.Select(name => $"""<symbol id="i-{name}" viewBox="0 0 24 24">{Drawings[name]}</symbol>""")));
}
