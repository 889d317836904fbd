using Kiosk.Data.Accounts;
using Kiosk.Web.Api.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kiosk.Web.Api.Resources;

/// <summary>What editors' programs get and change. Every address is a plural noun; every change goes through the same classes as the pages, and into the editorial log.</summary>
public static class ApiResources
{
    public static void Map(RouteGroupBuilder api)
    {
        ApiArticles.Map(api);
        ApiArticleWork.Map(api);
        ApiArticleProperties.Map(api);
        ApiTopics.Map(api);
        ApiTopicWork.Map(api);
        ApiRuleTrials.Map(api);
        ApiSynonyms.Map(api);
        ApiSources.Map(api);
        ApiSourceTrials.Map(api);
        ApiPicks.Map(api);
        ApiLists.Map(api);
        ApiLinkSuggestions.Map(api);
        ApiSearches.Map(api);
        ApiInsights.Map(api);
        ApiTasks.Map(api);
        ApiHarvestRuns.Map(api);
        ApiEditorialActs.Map(api);
    }

    /// <summary>Asks for a token with this scope, of somebody who is an editor now.</summary>
    internal static RouteHandlerBuilder For(this RouteHandlerBuilder endpoint, ApiScope scope) => endpoint.RequireAuthorization(TokenScheme.Policy(scope));

    internal static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    /// <summary>It cannot be done as things stand; the reason is in <paramref name="detail"/>.</summary>
    internal static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    /// <summary>What is wrong with what was sent, by field.</summary>
    internal static ValidationProblem Invalid(IEnumerable<KeyValuePair<string, string>> problems) =>
        TypedResults.ValidationProblem(problems.ToDictionary(problem => problem.Key, problem => new[] { problem.Value }), title: "Bad fields");
}
