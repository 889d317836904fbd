namespace Kiosk.Search.Analysis;

/// <summary>How a token came about.</summary>
public enum TokenKind
{
    /// <summary>A word as it stands in the text; of a hyphenated word the whole, written together.</summary>
    Word,

    /// <summary>A part of a longer word.</summary>
    Part,

    /// <summary>Another word for one that stands in the text.</summary>
    Synonym,
}
