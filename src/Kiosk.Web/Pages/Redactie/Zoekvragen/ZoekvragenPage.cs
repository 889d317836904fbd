using Kiosk.Data;
using Kiosk.Web.Reading;
using Kiosk.Web.Searching;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Zoekvragen;

/// <summary>What visitors searched for in vain, without who.</summary>
public sealed class ZoekvragenPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    /// <summary>What was asked less often stays hidden: it might tell who asked it.</summary>
    public const int Least = 5;

    private const int Most = 50;

    /// <summary>Questions that found nothing, the most asked first.</summary>
    public IReadOnlyList<CountedQuestion> Nothing { get; private set; } = [];

    /// <summary>Questions that found something, of which little was opened; the most asked first.</summary>
    public IReadOnlyList<CountedQuestion> Abandoned { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var from = time.Today.AddDays(-SearchDiary.DaysKept);
        var counted = db.SearchQuestions.Where(asked => asked.Day >= from).GroupBy(asked => asked.Question)
            .Select(days => new CountedQuestion { Question = days.Key, Asked = days.Sum(day => day.Asked), FoundNothing = days.Sum(day => day.FoundNothing), Opened = days.Sum(day => day.Opened) });
        Nothing = await counted.Where(question => question.FoundNothing >= Least)
            .OrderByDescending(question => question.FoundNothing).ThenBy(question => question.Question).Take(Most).ToListAsync(cancellation);
        Abandoned = await counted.Where(question => question.Asked - question.FoundNothing - question.Opened >= Least && question.Opened * 2 < question.Asked - question.FoundNothing)
            .OrderByDescending(question => question.Asked - question.FoundNothing - question.Opened).ThenBy(question => question.Question).Take(Most).ToListAsync(cancellation);
    }
}

/// <summary>A question with its counts over all days kept.</summary>
public sealed record CountedQuestion
{
    public required string Question { get; init; }

    public required int Asked { get; init; }

    public required int FoundNothing { get; init; }

    public required int Opened { get; init; }
}
