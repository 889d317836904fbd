using Kiosk.Search.Asking;
using Kiosk.Search.Highlighting;
using Kiosk.Search.Indexing;
using Kiosk.Search.Queries;

namespace Kiosk.Search.Ranking;

/// <summary>Makes the page that answers a question.</summary>
internal static class Answer
{
    private const int MaxTake = 100;

    public static SearchPage Of(Snapshot snapshot, SearchRequest request, Question question)
    {
        var (skip, take) = (Math.Max(0, request.Skip), Math.Clamp(request.Take, 1, MaxTake));
        var plan = new Plan(snapshot, question.Query);
        var search = new Search(plan, request, question.IsSentence, (int)Math.Min((long)skip + take, snapshot.Count));
        var highlighter = new Highlighter(question.Query);
        return new SearchPage
        {
            Total = search.Total,
            Whole = search.Whole,
            IsOneList = search.IsOneList,
            Hits = [.. search.BestFirst().Skip(skip).Take(take).Select(hit => ToHit(snapshot, search, hit, highlighter))],
            Facets = search.Facets,
            Notes = [.. question.Notes, .. Notes(plan, search.Total)],
            AlsoSought = question.Used,
        };
    }

    private static IEnumerable<string> Notes(Plan plan, int total)
    {
        if (plan.PrefixWasCut)
            yield return "Met zo weinig letters voor het sterretje beginnen erg veel woorden. We zochten op de woorden die het vaakst voorkomen.";
        if (total > 0)
            yield break;
        foreach (var property in plan.Restrictions.OfType<PropertyQuery>().Where(property => !plan.Snapshot.Names(property.Facet).Any(name => property.Holds(name.Value))))
            yield return $"Geen enkel stuk heeft {QueryField.NameOf(property.Facet)} ‘{Leaf.Shortened(property.Value)}’.";
    }

    private static SearchHit ToHit(Snapshot snapshot, Search search, Hit hit, Highlighter highlighter)
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
            Partial = hit.IsPartial,
            Siblings = search.Siblings(hit),
        };
    }
}
