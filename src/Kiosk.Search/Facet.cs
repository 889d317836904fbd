namespace Kiosk.Search;

/// <summary>A property by which results are counted and narrowed.</summary>
public enum Facet
{
    /// <summary>soort</summary>
    Kind,

    /// <summary>onderwerp</summary>
    Topic,

    /// <summary>bron</summary>
    Source,

    /// <summary>jaar (of publication, in Dutch time)</summary>
    Year,

    /// <summary>fase</summary>
    Phase,

    /// <summary>rol</summary>
    Role,

    /// <summary>bewijskracht</summary>
    Evidence,

    /// <summary>rechten</summary>
    Rights,

    /// <summary>gemeente</summary>
    Municipality,

    /// <summary>wet</summary>
    Law,
}

/// <summary>How many matches have one value.</summary>
/// <param name="Value">As it is asked for.</param>
/// <param name="Name">As it is shown, if the articles name it; else the value.</param>
/// <param name="Selected">Whether it is among the values asked for.</param>
public sealed record FacetCount(string Value, string Name, int Count, bool Selected);
