using System.Text;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// A question in FTS5's own language. Nothing but analysed terms in quotes gets in, so nothing typed can be syntax there. Remembers for
/// each quoted phrase to which wanted word of the question ("concept") it belongs.
/// </summary>
internal sealed class Expression
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _concepts = [];

    public string Text => _text.ToString();

    /// <summary>-1 for a phrase that does not count in the score.</summary>
    public int ConceptOf(int phrase) => _concepts[phrase];

    public Expression Raw(string syntax)
    {
        _text.Append(syntax);
        return this;
    }

    /// <summary>Terms that every match holds, without counting in the score.</summary>
    public Expression AndMarks(IEnumerable<string> marks)
    {
        foreach (var mark in marks)
        {
            Raw(" AND ");
            Quoted(mark, -1);
        }
        return this;
    }

    /// <param name="parts">Pairs of a question and the concept that it stands for.</param>
    /// <param name="between">AND or OR.</param>
    public Expression Joined(IEnumerable<(Query Query, int Concept)> parts, string between)
    {
        var first = true;
        Raw("(");
        foreach (var (query, concept) in parts)
        {
            if (!first)
                Raw($" {between} ");
            first = false;
            Add(query, concept);
        }
        return Raw(")");
    }

    public Expression Add(Query query, int concept)
    {
        switch (query)
        {
            case TermQuery term:
                return Quoted(term.Text, concept);
            case PhraseQuery phrase:
                return Quoted(string.Join(' ', phrase.Words.Select(word => word.Text)), concept);
            case PrefixQuery prefix:
                Raw("(").Quoted(prefix.Start, concept).Raw("* OR ").Quoted(Marks.Form(prefix.Start), concept);
                return Raw("*)");
            case OrQuery or:
                return Joined(or.Parts.Select(part => (part, concept)), "OR");
            case AndQuery and:
                return And(and, concept);
            case NotQuery not:
                return Without([not.Part], () => Quoted(Marks.All, -1));
            default:
                return Quoted(Marks.All, -1);
        }
    }

    /// <summary>What <paramref name="wanted"/> adds, except what matches any of <paramref name="unwanted"/>.</summary>
    public Expression Without(IReadOnlyList<Query> unwanted, Action wanted)
    {
        if (unwanted.Count > 0)
            Raw("(");
        wanted();
        return unwanted.Count == 0 ? this : Raw(" NOT ").Joined(unwanted.Select(query => (query, -1)), "OR").Raw(")");
    }

    private Expression And(AndQuery and, int concept)
    {
        var wanted = and.Parts.Where(part => part is not NotQuery).ToList();
        var unwanted = and.Parts.OfType<NotQuery>().Select(not => not.Part).ToList();
        return Without(unwanted, () => Joined(wanted.DefaultIfEmpty(new AllQuery()).Select(part => (part, concept)), "AND"));
    }

    private Expression Quoted(string terms, int concept)
    {
        _concepts.Add(concept);
        _text.Append('"').Append(terms).Append('"');
        return this;
    }
}
