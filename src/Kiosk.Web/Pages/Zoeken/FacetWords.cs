using Kiosk.Data;
using Kiosk.Search;

namespace Kiosk.Web.Pages.Zoeken;

/// <summary>The properties by which results are narrowed, as they stand in addresses and on the screen.</summary>
public static class FacetWords
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<Facet> All { get; } =
        [Facet.Kind, Facet.Topic, Facet.Year, Facet.Source, Facet.Phase, Facet.Role, Facet.Evidence, Facet.Municipality, Facet.Law, Facet.Rights];

    /// <summary>The name in an address, which is also its name in the query language.</summary>
    public static string Parameter(Facet facet) => facet switch
    {
        Facet.Kind => "soort",
        Facet.Topic => "onderwerp",
        Facet.Source => "bron",
        Facet.Year => "jaar",
        Facet.Phase => "fase",
        Facet.Role => "rol",
        Facet.Evidence => "bewijs",
        Facet.Municipality => "gemeente",
        Facet.Law => "wet",
        _ => "rechten",
    };

    public static string Title(Facet facet) => facet switch
    {
        Facet.Kind => "Soort",
        Facet.Topic => "Onderwerp",
        Facet.Source => "Bron",
        Facet.Year => "Jaar",
        Facet.Phase => "Fase",
        Facet.Role => "Rol",
        Facet.Evidence => "Bewijskracht",
        Facet.Municipality => "Gemeente",
        Facet.Law => "Wet",
        _ => "Leesrecht",
    };

    /// <summary>A value as a reader sees it; topics and sources bring their own names.</summary>
    public static string Label(Facet facet, string value, string name) => (facet, value) switch
    {
        (Facet.Topic or Facet.Source or Facet.Year or Facet.Municipality or Facet.Law, _) => name,
        (Facet.Rights, "full") => "Hele tekst",
        (Facet.Rights, "excerpt") => "Fragment",
        (Facet.Rights, "link") => "Titel en link",
        _ => Capital(value.Replace('-', ' ')),
    };

    /// <summary>Whether a value can exist; topics and sources stand in the archive.</summary>
    public static bool IsKnown(Facet facet, string value) => facet switch
    {
        Facet.Kind => Names.TryParse<ArticleKind>(value, out _),
        Facet.Phase => Names.TryParse<Phase>(value, out _),
        Facet.Role => Names.TryParse<WorkRole>(value, out _),
        Facet.Evidence => Names.TryParse<Evidence>(value, out _),
        Facet.Rights => Names.TryParse<Rights>(value, out _),
        Facet.Year => value.Length == 4 && value.All(char.IsAsciiDigit),
        _ => true,
    };

    /// <summary>With its article: <c>de soort</c>.</summary>
    public static string WithArticle(Facet facet) => facet switch
    {
        Facet.Topic => "het onderwerp",
        Facet.Year => "het jaar",
        Facet.Evidence => "de bewijskracht",
        Facet.Rights => "het leesrecht",
        _ => "de " + Parameter(facet),
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
