using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>
/// Finds the articles that match a question. Articles that hold all of it are scored only as far as a reader will look: the newest few thousand, and
/// those that hold it in their title; older ones follow in order of time.
/// </summary>
internal sealed class Matches
{
    /// <summary>Whole matches fewer than this are followed by partial ones.</summary>
    private const int Few = 10;

    /// <summary>How many of the newest matches, and how many with it in the title, are scored.</summary>
    private const int Scope = 3_000;

    /// <summary>Partial matches are sought among articles with the rarest words, about this many.</summary>
    private const int PartialScope = 10_000;

    /// <summary>A partial match holds at least this part of the question's weight.</summary>
    private const double LeastCoverage = 0.2;

    private const string Visit = "select visit(posting) from posting where posting match ?1 order by rowid desc limit ?2";

    private readonly Connection _connection;
    private readonly Concepts _concepts;
    private readonly IReadOnlyList<string> _filters;
    private readonly Expression _whole;
    private readonly long _newest;

    public Matches(Connection connection, Query query, IReadOnlyList<string> filters)
    {
        (_connection, _filters, _concepts) = (connection, filters, new Concepts(connection, query));
        _whole = Whole();
        _newest = connection.Number("select max(rowid) from article") ?? 0;
    }

    public int CountWhole()
    {
        if (_filters.Count == 0 && _concepts is { Unwanted: [], Wanted: [] or [TermQuery] })
            return _concepts.Wanted.Count == 0 ? _concepts.Articles : _concepts.Frequencies[0];
        return (int)(_connection.Number("select count(*) from posting where posting match ?1", _whole.Text) ?? 0);
    }

    public List<Scored> NewestWhole(int skip, int take) => Rowids(long.MaxValue, skip, take);

    public List<Scored> BestWhole(int count, int skip, int take)
    {
        if (_concepts.Wanted.Count == 0)
            return NewestWhole(skip, take);
        var scored = Score(_whole, Scope);
        var oldest = scored.Count == 0 ? long.MinValue : scored.Min(match => match.Rowid);
        if (count > scored.Count)
            scored = [.. scored.Concat(Score(InTitle(), Scope)).DistinctBy(match => match.Rowid)];
        scored.Sort(Scored.Compare);
        var page = scored.Skip(skip).Take(take).ToList();
        if (page.Count < take && skip + page.Count < count)
            page.AddRange(Older(oldest, scored, Math.Max(0, skip - scored.Count), take - page.Count));
        return page;
    }

    /// <summary>The best articles that hold some of the question; none if many hold all of it, or if it is one word.</summary>
    public List<Scored> Partial(int whole)
    {
        if (whole >= Few || _concepts.Wanted.Count < 2)
            return [];
        var known = Rowids(long.MaxValue, 0, Few).Select(match => match.Rowid).ToHashSet();
        var found = Score(AnyOf(), PartialScope).Where(match => match.Coverage >= LeastCoverage && !known.Contains(match.Rowid)).ToList();
        found.Sort(Scored.Compare);
        return found;
    }

    private List<Scored> Score(Expression expression, int limit)
    {
        var scorer = new Scorer(expression, _concepts.Weights, _newest);
        ScoreFunction.Run(_connection, scorer, Visit, expression.Text, limit);
        return scorer.Found;
    }

    /// <summary>Matches older than those that were scored, in order of time.</summary>
    private IEnumerable<Scored> Older(long oldest, List<Scored> scored, int skip, int take)
    {
        var known = scored.Where(match => match.Rowid < oldest).Select(match => match.Rowid).ToHashSet();
        return Rowids(oldest, 0, known.Count + skip + take).Where(match => !known.Contains(match.Rowid)).Skip(skip).Take(take);
    }

    private List<Scored> Rowids(long before, int skip, int take)
    {
        var found = new List<Scored>();
        using var rows = _connection.Query(
            "select rowid from posting where posting match ?1 and rowid < ?2 order by rowid desc limit ?3 offset ?4", _whole.Text, before, take, skip);
        while (rows.Read())
            found.Add(new Scored(rows.Number(0), 0, 1));
        return found;
    }

    private IEnumerable<(Query Query, int Concept)> Numbered => _concepts.Wanted.Select((query, concept) => (query, concept));

    private Expression Whole()
    {
        var expression = new Expression();
        return expression.Without(_concepts.Unwanted, () =>
        {
            if (_concepts.Wanted.Count == 0)
                expression.Add(new AllQuery(), -1);
            else
                expression.Joined(Numbered, "AND");
        }).AndMarks(_filters);
    }

    private Expression InTitle()
    {
        var expression = Whole().Raw(" AND {title} : ");
        return expression.Joined(_concepts.Wanted.Select(query => (query, -1)), "AND");
    }

    /// <summary>
    /// Articles that hold at least one of the rarest words; all words count in the score. The common words alone would bring half the archive.
    /// </summary>
    private Expression AnyOf()
    {
        var expression = new Expression();
        return expression.Without(_concepts.Unwanted, () => expression.Raw("(")
            .Joined(Rarest().Select(query => (query, -1)), "OR").Raw(" AND ").Joined(Numbered, "OR").Raw(")")).AndMarks(_filters);
    }

    private IEnumerable<Query> Rarest()
    {
        var sum = 0L;
        foreach (var (query, frequency) in _concepts.Wanted.Zip(_concepts.Frequencies).OrderBy(pair => pair.Second))
        {
            if (sum > 0 && sum + frequency > PartialScope)
                yield break;
            sum += frequency;
            yield return query;
        }
    }
}
