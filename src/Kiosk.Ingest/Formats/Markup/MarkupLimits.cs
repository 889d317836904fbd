namespace Kiosk.Ingest.Formats.Markup;

/// <summary>How much of a feed is read. Real feeds stay far below; what lies beyond is left out, and said.</summary>
internal static class MarkupLimits
{
    /// <summary>Items: the first so many. Feeds put the newest first.</summary>
    public const int Items = 5_000;

    /// <summary>Elements of all kinds, so that a body of empty tags costs no more than some 100 MB.</summary>
    public const int Elements = 500_000;

    /// <summary>Nesting; deeper elements are left out with all that is in them.</summary>
    public const int Depth = 200;

    /// <summary>Attributes of one element.</summary>
    public const int Attributes = 100;

    /// <summary>Namespace declarations in force at one place.</summary>
    public const int Namespaces = 100;

    /// <summary>Characters that entities of the document's own DTD may add up to.</summary>
    public const int ExpandedCharacters = 1_000_000;
}
