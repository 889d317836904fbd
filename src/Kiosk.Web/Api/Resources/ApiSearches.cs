using Kiosk.Data;
using Kiosk.Data.Accounts;
using Kiosk.Web.Pages.Redactie.Zoekvragen;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api.Resources;

/// <summary>What visitors searched for, counted, without who; what was asked seldom is left out, since it might tell who asked it.</summary>
public static class ApiSearches
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/searches", ListAsync).For(ApiScope.Read).WithSummary("Questions to the search page, the most asked first").Produces<ApiPage<CountedQuestion>>();

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, HttpContext http, IDbContextFactory<KioskDb> archive, DutchTime time, CancellationToken cancellation)
    {
        var from = time.Today.AddDays(-SearchDiary.DaysKept);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var counted = db.SearchQuestions.Where(asked => asked.Day >= from).GroupBy(asked => asked.Question)
            .Select(days => new CountedQuestion { Question = days.Key, Asked = days.Sum(day => day.Asked), FoundNothing = days.Sum(day => day.FoundNothing), Opened = days.Sum(day => day.Opened) })
            .Where(question => question.Asked >= ZoekvragenPage.Least).OrderByDescending(question => question.Asked).ThenBy(question => question.Question);
        return await paging.AnswerAsync(http, counted, question => question, cancellation);
    }
}
