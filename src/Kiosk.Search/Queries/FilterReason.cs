namespace Kiosk.Search.Queries;

/// <summary>Why a query lets an article through or not, in the words of the query.</summary>
/// <param name="Matches">Whether it does.</param>
/// <param name="Found">Parts of the query that stand in it and counted for that.</param>
/// <param name="Missing">Parts that it would also have to match; of alternatives, all of them. Empty if it matches.</param>
/// <param name="Unwanted">Parts that stand in it and may not. Empty if it matches.</param>
public sealed record FilterReason(bool Matches, IReadOnlyList<string> Found, IReadOnlyList<string> Missing, IReadOnlyList<string> Unwanted)
{
    public static FilterReason Of(Query query, ArticleTerms article)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (found, missing, unwanted) = (new List<string>(), new List<string>(), new List<string>());
        var matches = query.Matches(article);
        Walk(query);
        return new FilterReason(matches, [.. found.Distinct()], matches ? [] : [.. missing.Distinct()], matches ? [] : [.. unwanted.Distinct()]);

        void Walk(Query part)
        {
            switch (part)
            {
                case AndQuery all:
                    foreach (var one in all.Parts)
                        Walk(one);
                    break;
                case OrQuery either:
                    var anyMatches = either.Matches(article);
                    foreach (var one in either.Parts.Where(one => !anyMatches || one.Matches(article)))
                        Walk(one);
                    break;
                case WeightedQuery weighted:
                    Walk(weighted.Part);
                    break;
                case NotQuery none:
                    if (none.Part.Matches(article))
                        unwanted.Add(none.Part.ToString());
                    break;
                case AllQuery:
                    break;
                default:
                    (part.Matches(article) ? found : missing).Add(part.ToString());
                    break;
            }
        }
    }
}
