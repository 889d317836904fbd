using Kiosk.Search.Asking;
using Kiosk.Search.Highlighting;
using Kiosk.Search.Indexing;

namespace Kiosk.Search.Ranking;

/// <summary>Makes the page that answers a question.</summary>
internal static class Answer
{
    private const int MaxTake = 100;

    public static SearchPage Of(Snapshot snapshot, SearchRequest request, Question question)
    {
        var (skip, take) = (Math.Max(0, request.Skip), Math.Clamp(request.Take, 1, MaxTake));
        var plan = new Plan(snapshot, question.Query);
        var search = new Search(plan, request, (int)Math.Min((long)skip + take, snapshot.Count));
        var page = search.Whole.Top.BestFirst().Skip(skip).Take(take).Select(hit => (Hit: hit, Partial: false)).ToList();
        var partial = search.Partial.Top.BestFirst().Skip(Math.Max(0, skip - search.Whole.Count)).Take(take - page.Count);
        page.AddRange(partial.Select(hit => (hit, true)));
        var highlighter = new Highlighter(question.Query);
        return new SearchPage
        {
            Total = search.Whole.Count + search.Partial.Count,
            Whole = search.Whole.Count,
            Hits = [.. page.Select(hit => ToHit(snapshot, search, hit.Hit, hit.Partial, highlighter))],
            Facets = search.Facets,
            Notes = plan.PrefixWasCut ? [.. question.Notes, "Met zo weinig letters voor het sterretje beginnen erg veel woorden. We zochten op de woorden die het vaakst voorkomen."] : question.Notes,
            AlsoSought = question.Used,
        };
    }

    private static SearchHit ToHit(Snapshot snapshot, Search search, Hit hit, bool partial, Highlighter highlighter)
    {
        var segment = snapshot.Segments[hit.Segment].Segment;
        var text = segment.Text(hit.Article);
        var snippet = Snippet.Of(text, highlighter);
        return new SearchHit
        {
            ArticleId = hit.Id,
            Title = highlighter.Whole(text.Title),
            Snippet = snippet.Parts,
            Page = snippet.Page,
            Url = text.Url,
            Score = hit.Score,
            Partial = partial,
            Siblings = (partial ? search.Partial : search.Whole).Siblings(hit.Story),
        };
    }
}
