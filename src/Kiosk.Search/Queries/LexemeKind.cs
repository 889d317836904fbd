namespace Kiosk.Search.Queries;

/// <summary>What a piece of a question is.</summary>
internal enum LexemeKind
{
    Word,
    Prefix,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,

    /// <summary>The name of a field, without its colon; what stands behind it follows.</summary>
    Field,
}
