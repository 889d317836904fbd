namespace Kiosk.Search.Analysis;

/// <summary>One term of a text.</summary>
/// <param name="Text">The term as it is compared: folded and stemmed.</param>
/// <param name="Form">The word as it was written, folded but not stemmed; prefixes are compared with it.</param>
/// <param name="Position">The number of the word in the text, from 0. The parts of a hyphenated word count on; the whole stands where the first part stands.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 code units.</param>
/// <param name="Length">How long it is in the text, in UTF-16 code units.</param>
/// <param name="Kind">How it came about.</param>
/// <param name="IsStopWord">True for a word too common to ask for; it counts in phrases only.</param>
public readonly record struct Token(string Text, string Form, int Position, int Start, int Length, TokenKind Kind, bool IsStopWord)
{
    /// <summary>True for a hyphenated word written together: its parts follow, and they are what stands in the running text.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// True for a term that stands beside the running words and is no word of the text: a part of a compound, a reference. It shares
    /// the position of the word from which it was made.
    /// </summary>
    public bool IsBeside { get; init; }

    /// <summary>The word in small letters, with its diacritics; empty for what is no word of letters in the text.</summary>
    public string Written { get; init; } = "";

    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Length;
}
