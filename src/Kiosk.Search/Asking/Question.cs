using Kiosk.Search.Queries;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Asking;

/// <summary>What a person typed, as it is asked of the index.</summary>
/// <param name="Query">With what is also searched for.</param>
/// <param name="Notes">What was not understood, in Dutch.</param>
/// <param name="Used">What is also searched for, for each term that has such.</param>
/// <param name="IsSentence">Whether it is a question in a sentence (see <see cref="Sentence"/>).</param>
internal sealed record Question(Query Query, IReadOnlyList<string> Notes, IReadOnlyList<UsedSynonym> Used, bool IsSentence = false)
{
    public static Question Read(string text, Thesaurus thesaurus, FormerNames names)
    {
        var expansion = SynonymExpander.Expand(names.Resolve(Query.Parse(text, out var notes)), LeftOut.Synonyms ? Thesaurus.Empty : thesaurus);
        return new Question(expansion.Query, notes, expansion.Used, !LeftOut.Sentences && Sentence.Is(text));
    }
}
