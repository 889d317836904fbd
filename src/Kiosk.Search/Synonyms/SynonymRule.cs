namespace Kiosk.Search.Synonyms;

/// <summary>One line of a thesaurus.</summary>
/// <param name="Terms">Words and word groups that mean the same; who types one also searches for the others.</param>
/// <param name="Also">What is also searched for if one of <paramref name="Terms"/> is typed, but not the other way round; empty for most rules.</param>
public sealed record SynonymRule(IReadOnlyList<string> Terms, IReadOnlyList<string> Also);
