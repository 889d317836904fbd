using Kiosk.Search.Queries;

namespace Kiosk.Search.Synonyms;

/// <summary>A question with what means the same.</summary>
/// <param name="Query">The question to ask; the same object as before if nothing was added.</param>
/// <param name="Used">Each term that was found in the thesaurus with what was also searched for, to say on the page.</param>
public sealed record SynonymExpansion(Query Query, IReadOnlyList<UsedSynonym> Used);

/// <summary>What was also searched for instead of a term.</summary>
public sealed record UsedSynonym(string Typed, IReadOnlyList<string> Others);
