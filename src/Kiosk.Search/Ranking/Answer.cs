using Kiosk.Search.Highlighting;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kiosk.Search.Ranking;

/// <summary>Works out the answer to one question, within one read transaction.</summary>
internal sealed class Answer
{
    private const int MaxTake = 100;

    private readonly Connection _connection;
    private readonly SearchRequest _request;
    private readonly Query _query;
    private readonly IReadOnlyList<string> _notes;

    public Answer(Connection connection, SearchRequest request, Query query, IReadOnlyList<string> notes)
    {
        (_connection, _request, _query, _notes) = (connection, request, query, notes);
    }

    public SearchPage ToPage()
    {
        var matches = new Matches(_connection, _query, Filters());
        var whole = matches.CountWhole();
        var partial = matches.Partial(whole);
        var (skip, take) = (Math.Max(0, _request.Skip), Math.Clamp(_request.Take, 1, MaxTake));
        var page = _request.Order == SearchOrder.Newest
            ? matches.NewestWhole(skip, take)
            : matches.BestWhole(whole, skip, take);
        if (_request.Order == SearchOrder.Newest)
            partial = [.. partial.OrderByDescending(match => match.Rowid)];
        var hits = page.Select(match => ToHit(match, false))
            .Concat(partial.Skip(Math.Max(0, skip - whole)).Take(take - page.Count).Select(match => ToHit(match, true)));
        return new SearchPage { Total = whole + partial.Count, Whole = whole, Hits = [.. hits], Notes = _notes };
    }

    private List<string> Filters()
    {
        var filters = new List<string>();
        if (!string.IsNullOrEmpty(_request.Topic))
            filters.Add(Marks.Topic(_request.Topic));
        if (!string.IsNullOrEmpty(_request.Source))
            filters.Add(Marks.Source(_request.Source));
        if (!string.IsNullOrEmpty(_request.Kind))
            filters.Add(Marks.Kind(_request.Kind));
        return filters;
    }

    private SearchHit ToHit(Scored match, bool partial)
    {
        var article = Stored.ByRowid(_connection, match.Rowid)
            ?? throw new SqliteException($"Posting {match.Rowid} has no article.", raw.SQLITE_CORRUPT);
        var highlighter = new Highlighter(_query);
        return new SearchHit
        {
            ArticleId = article.Id,
            Title = highlighter.Whole(article.Title),
            Snippet = Snippet.Of(article.Lead, article.Body, highlighter),
            Url = article.Url,
            Score = match.Score,
            Partial = partial,
        };
    }
}
