using Kiosk.Search.Analysis;
using Kiosk.Search.Queries;
using Kiosk.Search.Synonyms;

namespace Kiosk.Search.Asking;

/// <summary>
/// Lets the parts of a compound stand loose: <c>schuldhulpverlening</c> is then also answered by a text with <c>hulp bij schulden</c>. For where little
/// else is found, since such texts may be about something else. The first part must be there, and one more that is not within it: the last part often only says that somebody does it. A paragraph of an article of law is loosened to the article.
/// </summary>
internal static class LooseParts
{
    /// <summary>What the parts count, against 1 for the word that was typed.</summary>
    private const double Weight = 0.2;

    /// <summary>The question with its compounds loosened; null if it has none. Words in quotes and words that are not wanted stay as they are.</summary>
    public static Question? Of(Question question)
    {
        var used = new List<UsedSynonym>(question.Used);
        var loosened = Loosen(question.Query, used);
        return used.Count == question.Used.Count || LeftOut.LooseParts ? null : question with { Query = loosened, Used = used };
    }

    private static Query Loosen(Query query, List<UsedSynonym> used) => query switch
    {
        TermQuery { IsQuoted: false } term => Loosen(term, used),
        OrQuery { Parts: [PhraseQuery phrase, TermQuery { IsQuoted: false } whole, ..] } hyphenated when whole.Form == string.Concat(phrase.Words.Select(word => word.Form)) =>
            Loosen(hyphenated, phrase, used),
        AndQuery and => Tree.And([.. and.Parts.Select(part => Loosen(part, used))]),
        OrQuery or => Tree.Or([.. or.Parts.Select(part => Loosen(part, used))]),
        _ => query,
    };

    /// <summary>A word with hyphens: <c>Wsnp-verzoek</c>.</summary>
    private static Query Loosen(OrQuery hyphenated, PhraseQuery phrase, List<UsedSynonym> used)
    {
        var parts = phrase.Words.Where(word => !word.IsStopWord).ToList();
        if (parts.Count < 2)
            return hyphenated;
        used.Add(new UsedSynonym(string.Join('-', phrase.Words.Select(word => word.Form)), [Said(parts)]));
        return Tree.Or([.. hyphenated.Parts, new WeightedQuery(Tree.And(parts), Weight)]);
    }

    private static Query Loosen(TermQuery term, List<UsedSynonym> used)
    {
        if (term.Broader is { } broader)
        {
            used.Add(new UsedSynonym(term.Form, [broader.Label]));
            return Tree.Or([term, new WeightedQuery(new TermQuery(broader.Key, broader.Key), Weight)]);
        }
        var parts = Term.Of(term.Form).Parts.Where(part => !part.IsStopWord).Select(part => new TermQuery(part.Form, part.Text)).ToList();
        if (parts.Count == 0)
            return term;
        var within = Term.Of(parts[0].Form).Parts.Select(part => part.Text).ToHashSet(StringComparer.Ordinal);
        parts.RemoveAll(part => within.Contains(part.Text));
        if (parts.Count < 2)
            return term;
        used.Add(new UsedSynonym(term.Form, [Said(parts)]));
        return Tree.Or([term, new WeightedQuery(Tree.And([parts[0], Tree.Or(parts[1..])]), Weight)]);
    }

    private static string Said(List<TermQuery> parts) => $"{parts[0].Form} en {parts[1].Form}, los van elkaar";
}
