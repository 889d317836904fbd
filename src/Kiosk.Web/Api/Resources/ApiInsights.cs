using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Insight;
using Kiosk.Web.Pages.Redactie.Inzicht;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>What readers need, in numbers of at least ten people; the same that the desk shows.</summary>
public static class ApiInsights
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/insights", ReadAsync).For(ApiScope.Read).WithSummary("What is read, saved and searched, and what came in, over some weeks").Produces<ApiInsight>();

    private static async Task<IResult> ReadAsync([FromQuery(Name = "weeks")] int? weeks, IDbContextFactory<KioskDb> archive, DutchTime time, CancellationToken cancellation)
    {
        // No other numbers than those of the page: out of two periods that nearly coincide a single reader could be told.
        var wanted = weeks ?? InzichtPage.UsualWeeks;
        if (InzichtPage.Periods.All(period => period.Weeks != wanted))
            return ApiResources.Invalid([KeyValuePair.Create("weeks", $"One of {string.Join(", ", InzichtPage.Periods.Select(period => period.Weeks))}.")]);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return TypedResults.Ok(ApiInsight.Of(await InsightFigures.ReadAsync(db, time.Today, wanted, cancellation)));
    }
}

/// <summary>Numbers behind which there are fewer than ten people are null.</summary>
/// <param name="Weeks">In order.</param>
/// <param name="FoundNothing">Which part of the searches found nothing, from 0 to 1.</param>
/// <param name="Articles">What was read most.</param>
/// <param name="HoursToPick">Half of the picks were made within so many hours of publication; null if nothing was picked.</param>
public sealed record ApiInsight(
    IReadOnlyList<ApiInsightWeek> Weeks, double? FoundNothing, IReadOnlyList<ApiInsightArticle> Articles, IReadOnlyList<ApiCoverage> Topics, IReadOnlyList<ApiCoverage> Sources, double? HoursToPick)
{
    public static ApiInsight Of(InsightFigures figures) => new(
        [.. figures.Weeks.Select(week => new ApiInsightWeek(week, Of(figures.Reads, week), Of(figures.Saves, week), Of(figures.Searches, week)))],
        figures.FoundNothing,
        [.. figures.Pieces.Select(piece => new ApiInsightArticle(piece.Card.Id, piece.Card.Title, piece.Reads))],
        [.. figures.Topics.Select(ApiCoverage.Of)],
        [.. figures.Sources.Select(ApiCoverage.Of)],
        new PickTimes(figures.HoursToPick).Median);

    private static int? Of(IReadOnlyDictionary<DateOnly, int> byWeek, DateOnly week) => byWeek.TryGetValue(week, out var number) ? number : null;
}

/// <param name="From">Its Monday.</param>
public sealed record ApiInsightWeek(DateOnly From, int? Reads, int? Saves, int? Searches);

public sealed record ApiInsightArticle(long Id, string Title, int Reads);

/// <param name="Published">How many articles came out in these weeks.</param>
public sealed record ApiCoverage(string Name, int? Reads, int Published)
{
    public static ApiCoverage Of(Coverage coverage) => new(coverage.Name, coverage.Reads, coverage.Published);
}
