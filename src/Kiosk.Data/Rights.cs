namespace Kiosk.Data;

/// <summary>How much of a text its source lets the kiosk show. The full text may always be indexed for finding.</summary>
public enum Rights
{
    /// <summary>Title and link only.</summary>
    Link,

    /// <summary>Title, a short excerpt and the link.</summary>
    Excerpt,

    /// <summary>The whole text.</summary>
    Full,
}
