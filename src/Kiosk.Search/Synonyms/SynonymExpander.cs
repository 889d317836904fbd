using Kiosk.Search.Queries;

namespace Kiosk.Search.Synonyms;

/// <summary>
/// Adds to the words of a question what means the same. Words in quotes, words with a star and words that are not wanted stay as they are.
/// </summary>
public sealed class SynonymExpander
{
    private const int Most = 8;

    /// <summary>What another word counts, against 1 for the word that was typed.</summary>
    private const double Weight = 0.5;

    private readonly Thesaurus _thesaurus;
    private readonly List<UsedSynonym> _used = [];

    private SynonymExpander(Thesaurus thesaurus) => _thesaurus = thesaurus;

    /// <summary>The question with at most eight terms expanded.</summary>
    public static SynonymExpansion Expand(Query query, Thesaurus thesaurus)
    {
        var expander = new SynonymExpander(thesaurus);
        var expanded = expander.Expand(query);
        return new SynonymExpansion(expander._used.Count == 0 ? query : expanded, expander._used);
    }

    private Query Expand(Query query) => query switch
    {
        TermQuery { IsQuoted: false } term => Tree.And(Sequence([term])),
        AndQuery and => Tree.And(Parts(and.Parts)),
        OrQuery or => Tree.Or([.. or.Parts.Select(Expand)]),
        _ => query,
    };

    /// <summary>Words that stand side by side may be one term of the thesaurus together.</summary>
    private List<Query> Parts(IReadOnlyList<Query> parts)
    {
        var expanded = new List<Query>();
        for (var i = 0; i < parts.Count;)
        {
            var words = parts.Skip(i).TakeWhile(part => part is TermQuery { IsQuoted: false }).Cast<TermQuery>().ToList();
            expanded.AddRange(words.Count > 0 ? Sequence(words) : [Expand(parts[i])]);
            i += Math.Max(1, words.Count);
        }
        return expanded;
    }

    private List<Query> Sequence(List<TermQuery> words)
    {
        var expanded = new List<Query>();
        for (var i = 0; i < words.Count;)
        {
            var synonym = _used.Count < Most ? _thesaurus.At(words, i) : null;
            if (synonym is not { Others.Count: > 0 })
            {
                expanded.Add(words[i++]);
                continue;
            }
            _used.Add(new UsedSynonym(synonym.Text, [.. synonym.Others.Select(other => other.Text)]));
            expanded.Add(Tree.Or([Tree.And([.. words.Skip(i).Take(synonym.Terms.Count)]), .. synonym.Others.Select(other => new WeightedQuery(other.Query, Weight))]));
            i += synonym.Terms.Count;
        }
        return expanded;
    }
}
