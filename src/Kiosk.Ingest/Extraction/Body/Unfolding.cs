using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Kiosk.Ingest.Cleaning;
using Kiosk.Ingest.Formats.Text;
using PlainText = Kiosk.Ingest.Cleaning.PlainText;

namespace Kiosk.Ingest.Extraction.Body;

/// <summary>Opens what a reader opens with a click: accordions and tabs hide their text until a script shows it, and write its heading on a button.
/// A menu, a dialog or a share box that opens on a click stays closed.</summary>
internal sealed partial class Unfolding
{
    private const int MostControls = 1_000;
    private const int LongestLabel = 250;
    private const int MostWrappers = 3;
    private const int ShortestText = 20;
    private const double MostLinks = 0.5;

    private const string Controls = "button, [role=button], [role=tab], [aria-controls], [aria-expanded], [data-toggle=collapse], [data-bs-toggle=collapse], [data-toggle=tab], [data-bs-toggle=tab]";
    private const string Hiding = "[hidden], [aria-hidden=true], [style*=none]";
    private const string Elsewhere = "nav, footer, aside, dialog, [role=navigation], [role=dialog], [role=banner], [role=search], [role=menu]";
    private const string Heading = "h1, h2, h3, h4, h5, h6, dt, summary, th";

    private static readonly string[] Naming = ["aria-controls", "data-target", "data-bs-target", "href"];
    private static readonly string[] HidingClasses = ["hidden", "hide", "is-hidden", "d-none"];

    private readonly TextMeasures _measures;
    private readonly Dictionary<string, IElement> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<IElement> _labelled = [];

    private Unfolding(IElement body)
    {
        _measures = new TextMeasures(new HashSet<IElement>()).Walk(body);
        foreach (var element in body.QuerySelectorAll("[id]"))
            _byId.TryAdd(element.Id!, element);
    }

    public static void Open(IElement body)
    {
        var controls = body.QuerySelectorAll(Controls).Take(MostControls).ToList();
        var hidden = body.QuerySelectorAll(Hiding).Where(IsNamed).Take(MostControls).ToList();
        if (controls.Count == 0 && hidden.Count == 0)
            return;
        var unfolding = new Unfolding(body);
        foreach (var panel in hidden.Where(unfolding.IsText))
            Show(panel);
        foreach (var control in controls)
            unfolding.Follow(control);
    }

    private void Follow(IElement control)
    {
        if (control.Closest(Elsewhere) is not null)
            return;
        var panel = Named(control) ?? Following(control);
        if (panel is not null && (panel.Contains(control) || !IsText(panel)))
            panel = null;
        if (panel is not null)
            Show(panel);
        else if (control.LocalName != "button" || control.Closest(Heading) is null)
            return;
        if (_measures[control].Text <= LongestLabel && PlainText.Fold(control.TextContent) is { Length: > 2 and <= LongestLabel } label && !Instruction().IsMatch(label))
            Label(control, panel, label);
    }

    /// <summary>What the control says it opens; null if it does not say.</summary>
    private IElement? Named(IElement control)
    {
        foreach (var name in Naming)
        {
            if (control.GetAttribute(name) is { Length: > 0 } value && (name == "aria-controls" || value[0] == '#') && _byId.TryGetValue(value.TrimStart('#'), out var panel))
                return panel;
        }

        return null;
    }

    /// <summary>What stands after a control that opens something, or that is called so; null if nothing does.</summary>
    private IElement? Following(IElement control)
    {
        if (!control.HasAttribute("aria-expanded") && control.GetAttribute("data-toggle") is null && !IsNamed(control) && (control.ParentElement is not { } parent || parent.LocalName != "dt" && !IsNamed(parent)))
            return null;
        var node = control;
        for (var level = 0; level < MostWrappers && node.NextElementSibling is null && node.ParentElement is { } wrapper && _measures[wrapper].Text == _measures[control].Text; level++)
            node = wrapper;
        return node.NextElementSibling;
    }

    private static bool IsNamed(IElement element) =>
        element.LocalName == "dd" || element.GetAttribute("role") == "tabpanel" || ElementWords.Of(element) is { Length: > 0 } words && Folding().IsMatch(words);

    private bool IsText(IElement panel)
    {
        var measure = _measures[panel];
        return measure.Good >= ShortestText && measure.LinkDensity < MostLinks && panel.Closest(Elsewhere) is null
            && (ElementWords.Of(panel) is not { Length: > 0 } words || !Patterns.IsNever(words) && !Patterns.Comments().IsMatch(words) && !Patterns.AroundArticle().IsMatch(words));
    }

    private static void Show(IElement panel)
    {
        panel.RemoveAttribute("hidden");
        panel.RemoveAttribute("aria-hidden");
        panel.RemoveAttribute("style");
        panel.ClassList.Remove(HidingClasses);
    }

    /// <summary>Makes the words on the control the heading of what it opens, and puts them there.</summary>
    private void Label(IElement control, IElement? panel, string label)
    {
        var heading = control.Closest(Heading);
        if (panel is not null && (heading?.Contains(panel) == true || !_labelled.Add(panel) || IsLabelled(panel, control, label)))
            return;
        if (control.LocalName == "button" && heading is not null)
            control.Replace(Text("span", control, label));
        if (panel is null || heading?.LocalName is "h1" or "dt" or "summary" or "th")
            return;
        if (heading is null)
            control.Remove();
        panel.Prepend(heading ?? Text("h3", control, label));
    }

    /// <summary>Tabs often have the heading over their text too.</summary>
    private static bool IsLabelled(IElement panel, IElement control, string label) =>
        panel.QuerySelector(Heading) is { } inner && (control.GetAttribute("role") == "tab" || PlainText.Fold(inner.TextContent) == label);

    private static IElement Text(string name, IElement control, string label)
    {
        var element = control.Owner!.CreateElement(name);
        element.TextContent = label;
        return element;
    }

    [GeneratedRegex(@" (?:accordions?|accordeon\w*|akkordeon\w*|collaps\w*|collapsible|toggles?|faqs?|tab|tabs|expand\w*|uitklap\w*|inklap\w*|harmonica\w*|question|vraag|answer|antwoord|more (?:text|content)) ", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Folding();

    [GeneratedRegex(@"^\W*(?:toon|lees|bekijk|verberg|sluit|open|klap|uitklappen|inklappen|alles|meer|minder|menu|deel|delen|show|read|view|hide|close|expand|collapse|more|less|share|toggle|mehr|weiter|anzeigen|voir|lire|afficher)\b.{0,20}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience.Milliseconds)]
    private static partial Regex Instruction();
}
