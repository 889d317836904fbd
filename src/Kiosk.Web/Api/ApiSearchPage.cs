using System.Text.Json.Serialization;
using Kiosk.Data;
using Kiosk.Search;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Api;

/// <summary>One page of answers.</summary>
/// <param name="Total">Articles found, over all pages.</param>
/// <param name="Whole">How many of these hold everything that was asked; they come first, unless it was a question in a sentence.</param>
/// <param name="Facets">For each property (kind, topic, source, year, phase, role, evidence, rights) how many matches have each value, over all pages.</param>
/// <param name="AlsoSearched">Other words for what was asked, by which articles were found too.</param>
/// <param name="Suggestion">A better spelling of the question, which finds something; null if there is none.</param>
/// <param name="Corrected">True if the items answer the suggestion, because what was asked finds next to nothing.</param>
public sealed record ApiSearchPage(
    int Total, int Whole, int Page, int Limit, IReadOnlyList<ApiHit> Items, IReadOnlyDictionary<string, IReadOnlyList<ApiFacetCount>> Facets,
    IReadOnlyList<string> Notes, IReadOnlyList<string> AlsoSearched, string? Suggestion, bool Corrected,
    [property: JsonPropertyName("_links")] ApiPageLinks Links)
{
    public static ApiSearchPage From(SearchPage found, IReadOnlyList<ShownHit> hits, ApiSearch asked)
    {
        var (page, limit) = (asked.PageNumber, asked.LimitNumber);
        var hasNext = (long)page * limit < found.Total && page < ApiSearch.MaxPage;
        var links = new ApiPageLinks(asked.Link(page), page > 1 ? asked.Link(page - 1) : null, hasNext ? asked.Link(page + 1) : null);
        return new(found.Total, found.Whole, page, limit, [.. hits.Select(ApiHit.From)], FacetsOf(found), found.Notes, [.. found.AlsoSought.SelectMany(used => used.Others).Distinct()], found.Suggestion, found.IsCorrected, links);
    }

    private static Dictionary<string, IReadOnlyList<ApiFacetCount>> FacetsOf(SearchPage found) => found.Facets.ToDictionary(
        facet => facet.Key.ToString().ToLowerInvariant(),
        facet => (IReadOnlyList<ApiFacetCount>)[.. facet.Value.Select(count => new ApiFacetCount(count.Value, count.Name, count.Count))]);
}

public sealed record ApiFacetCount(string Value, string Name, int Count);

/// <summary>Addresses without host; null where there is no such page.</summary>
public sealed record ApiPageLinks(string Self, string? Prev, string? Next);

/// <param name="Snippet">A piece of plain text around the find; null if the source allows none.</param>
/// <param name="Partial">True if some of the words are missing from it.</param>
/// <param name="Page">The page of a report on which the snippet stands; null if it has no pages.</param>
/// <param name="Siblings">How many more articles of its story were found, which are not listed.</param>
public sealed record ApiHit(
    long Id, string Title, string Link, string Url, string Kind, ApiSource Source, DateTimeOffset PublishedAt, string Rights, string? Snippet, bool Partial,
    int? Page, int Siblings)
{
    public static ApiHit From(ShownHit hit) => new(
        hit.Card.Id, hit.Card.Title, hit.Card.Link, hit.Url, Names.Of(hit.Card.Kind), new ApiSource(hit.Card.SourceSlug, hit.Card.SourceName),
        hit.Card.PublishedAt, Names.Of(hit.Card.Rights), hit.Snippet.Count == 0 ? null : string.Concat(hit.Snippet.Select(part => part.Text)), hit.Partial, hit.Page, hit.Siblings);
}
