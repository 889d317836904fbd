namespace Kiosk.Search.Queries;

/// <summary>A piece of a question as it was typed.</summary>
internal readonly record struct Lexeme(LexemeKind Kind, string Text);
