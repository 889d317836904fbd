using Kiosk.Search.Analysis;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Synonyms;

/// <summary>
/// Words of the field that mean the same, used when a question is asked: a change works at once, and no article is read again. Immutable.
/// </summary>
public sealed class Thesaurus
{
    private static readonly Lazy<Thesaurus> OfTheField = new(() => new Thesaurus(SynonymFile.Parse(SynonymFile.Packaged(), out _)));

    private readonly Dictionary<string, List<Synonym>> _byFirstTerm = [];

    public Thesaurus(IReadOnlyList<SynonymRule> rules)
    {
        Rules = rules;
        foreach (var rule in rules)
        {
            foreach (var term in rule.Terms)
                Add(term, rule.Terms.Where(other => other != term).Concat(rule.Also));
        }
        foreach (var list in _byFirstTerm.Values)
            list.Sort((one, other) => other.Terms.Count.CompareTo(one.Terms.Count));
    }

    /// <summary>The list that comes with the program.</summary>
    public static Thesaurus Field => OfTheField.Value;

    /// <summary>None.</summary>
    public static Thesaurus Empty { get; } = new([]);

    public IReadOnlyList<SynonymRule> Rules { get; }

    /// <summary>The longest entry that these words begin with; null if there is none. Stop words are not among the words of a question, nor counted here.</summary>
    internal Synonym? At(IReadOnlyList<TermQuery> words, int start) =>
        _byFirstTerm.GetValueOrDefault(words[start].Text)?.Find(synonym => synonym.StandsAt(words, start));

    private void Add(string term, IEnumerable<string> others)
    {
        foreach (var words in Spellings(term))
            Add(term, words, others);
    }

    /// <summary>
    /// The terms of an entry as a question may hold them: without words too common to ask for; and one word with hyphens also as a whole, since so it is asked for. If such
    /// a word begins or ends with a common one (<c>niet-gebruik</c>), what is left of it means something else.
    /// </summary>
    private static IEnumerable<List<string>> Spellings(string term)
    {
        var tokens = DutchAnalyzer.Analyze(term);
        if (tokens is [{ IsWhole: true } whole, .., var last] && whole.End == last.End)
        {
            yield return [whole.Text];
            if (tokens.Exists(token => token.IsStopWord))
                yield break;
        }
        yield return [.. tokens.Where(token => token is { IsWhole: false, IsStopWord: false }).Select(token => token.Text)];
    }

    private void Add(string term, List<string> words, IEnumerable<string> others)
    {
        if (words.Count == 0)
            return;
        if (!_byFirstTerm.TryGetValue(words[0], out var list))
            _byFirstTerm[words[0]] = list = [];
        var known = list.Find(synonym => synonym.Terms.SequenceEqual(words));
        if (known is null)
            list.Add(known = new Synonym(term, words));
        foreach (var other in others.Where(other => known.Others.All(alternative => alternative.Text != other)))
        {
            if (Words(other) is { Count: > 0 } alternative)
                known.Others.Add((other, alternative is [var only] ? only : new PhraseQuery(alternative)));
        }
    }

    private static List<TermQuery> Words(string text) =>
        [.. DutchAnalyzer.Analyze(text).Where(token => !token.IsWhole).Select(token => new TermQuery(token.Form, token.Text) { IsStopWord = token.IsStopWord })];
}
