using Kiosk.Search.Queries;

namespace Kiosk.Search.Synonyms;

/// <summary>A term of the thesaurus with what is also searched for.</summary>
internal sealed record Synonym(string Text, IReadOnlyList<string> Terms)
{
    public List<(string Text, Query Query)> Others { get; } = [];

    public bool StandsAt(IReadOnlyList<TermQuery> words, int start)
    {
        if (start + Terms.Count > words.Count)
            return false;
        for (var i = 0; i < Terms.Count; i++)
        {
            if (words[start + i].Text != Terms[i])
                return false;
        }
        return true;
    }
}
