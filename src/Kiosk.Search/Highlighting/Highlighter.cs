using Kiosk.Search.Analysis;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Highlighting;

/// <summary>Finds in an original text the words that a question asked for, in any form that shares their stem.</summary>
internal sealed class Highlighter
{
    private readonly HashSet<string> _terms = [];
    private readonly List<string> _prefixes = [];
    private readonly List<PhraseQuery> _phrases = [];
    private readonly WordSieve? _sieve;

    private readonly AnalysisFilters _filters;

    public Highlighter(Query query)
    {
        Collect(query);
        _filters = AnalysisFilters.All with { References = _terms.Any(term => term.AsSpan().ContainsAnyInRange('0', '9')) };
        _sieve = WordSieve.For([.. _terms, .. _prefixes, .. _phrases.SelectMany(phrase => phrase.Words).Select(word => word.Text)]);
    }

    /// <summary>The words of the text that match, from front to back, without overlap.</summary>
    public List<Token> Find(string text)
    {
        if (_sieve is null)
            return FindInAll(text);
        var found = new List<Token>();
        foreach (var (start, end) in _sieve.Stretches(text))
            found.AddRange(FindInAll(text[start..end]).Select(token => token with { Start = token.Start + start }));
        return found;
    }

    /// <summary>The whole text, cut where it matches.</summary>
    public List<TextPart> Whole(string text) => TextParts.Cut(text, 0, text.Length, Find(text));

    /// <summary>The same as <see cref="Find"/>, by analysing every word.</summary>
    internal List<Token> FindInAll(string text)
    {
        var tokens = DutchAnalyzer.Analyze(text, _filters);
        var found = tokens.FindAll(IsWanted);
        if (_phrases.Count > 0)
            found.AddRange(InPhrases(tokens.FindAll(token => token is { IsWhole: false, IsBeside: false })));
        return WithoutOverlap(found);
    }

    private void Collect(Query query)
    {
        switch (query)
        {
            case TermQuery term:
                _terms.Add(term.Text);
                break;
            case PrefixQuery prefix:
                _prefixes.Add(prefix.Start);
                break;
            case PhraseQuery phrase:
                _phrases.Add(phrase);
                break;
            case WeightedQuery weighted:
                Collect(weighted.Part);
                break;
            case TitleQuery title:
                Collect(title.Part);
                break;
            case AndQuery and:
                CollectAll(and.Parts);
                break;
            case OrQuery or:
                CollectAll(or.Parts);
                break;
        }
    }

    private void CollectAll(IReadOnlyList<Query> parts)
    {
        foreach (var part in parts)
            Collect(part);
    }

    private bool IsWanted(Token token) => _terms.Contains(token.Text) || _prefixes.Exists(start =>
        token.Form.StartsWith(start, StringComparison.Ordinal) || token.Text.StartsWith(start, StringComparison.Ordinal));

    private IEnumerable<Token> InPhrases(List<Token> running)
    {
        foreach (var phrase in _phrases)
        {
            for (var at = 0; at + phrase.Words.Count <= running.Count; at++)
            {
                if (!StartsAt(running, at, phrase))
                    continue;
                for (var word = 0; word < phrase.Words.Count; word++)
                    yield return running[at + word];
            }
        }
    }

    private static bool StartsAt(List<Token> running, int at, PhraseQuery phrase)
    {
        for (var word = 0; word < phrase.Words.Count; word++)
        {
            if (running[at + word].Text != phrase.Words[word].Text)
                return false;
        }
        return true;
    }

    private static List<Token> WithoutOverlap(List<Token> found)
    {
        var apart = new List<Token>();
        foreach (var token in found.OrderBy(token => token.Start).ThenByDescending(token => token.Length))
        {
            if (apart.Count == 0 || token.Start >= apart[^1].End)
                apart.Add(token);
        }
        return apart;
    }
}
