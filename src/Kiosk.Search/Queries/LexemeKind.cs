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
}
