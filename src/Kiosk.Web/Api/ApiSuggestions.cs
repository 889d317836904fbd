using System.Globalization;
using Kiosk.Search;
using Kiosk.Web.Http;
using Kiosk.Web.Reading;
using Kiosk.Web.Tagging;
using Microsoft.AspNetCore.Mvc;

namespace Kiosk.Web.Api;

/// <summary>What a person who types this may be after.</summary>
/// <param name="Items">Topics, sources, words and titles, in this order.</param>
public sealed record ApiSuggestions(IReadOnlyList<ApiSuggestion> Items)
{
    /// <summary>More is not read; nobody types that much and waits for a suggestion.</summary>
    private const int MaxText = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/suggestions", Answer).WithSummary("What a person who types this may be after").Produces<ApiSuggestions>();

    private static IResult Answer([FromQuery(Name = "q")] string? q, SearchIndex index, TopicSynonyms synonyms)
    {
        if (!index.IsReady)
            return Faults.NotNow;
        var text = (q ?? "").TrimStart();
        return TypedResults.Ok(new ApiSuggestions(text.Length is 0 or > MaxText ? [] : [.. synonyms.Add(text, index.Suggest(text)).Select(ApiSuggestion.From)]));
    }
}

/// <param name="Kind">topic, source, word or title.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="Link">Where it leads, without host.</param>
public sealed record ApiSuggestion(string Kind, string Text, string Link)
{
    public static ApiSuggestion From(Suggestion found) => new(
        found.Kind.ToString().ToLowerInvariant(), found.Text,
        found.Kind switch
        {
            SuggestionKind.Topic => Links.Topic(found.Value),
            SuggestionKind.Source => Links.Source(found.Value),
            SuggestionKind.Title => Links.Article(long.Parse(found.Value, CultureInfo.InvariantCulture), found.Text),
            _ => Links.Search(found.Value),
        });
}
