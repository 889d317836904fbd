using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Web.Accounts;
using Kiosk.Web.Pages.Redactie.Postvak;
using Kiosk.Web.Pages.Redactie.Zoekvragen;
using Kiosk.Web.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.Redactie.Taken;

/// <summary>What readers ran into: pieces that several found of no use, and questions that found nothing. Each is answered.</summary>
public sealed class TakenPage(IDbContextFactory<KioskDb> archive, DutchTime time) : PageModel
{
    private const int Most = 50;

    /// <summary>The longest open first.</summary>
    public IReadOnlyList<EditorTask> Reports { get; private set; } = [];

    /// <summary>The most asked first.</summary>
    public IReadOnlyList<(string Question, int Times)> Questions { get; private set; } = [];

    public DoneNotice? Done { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What was typed and could not be kept, with what it is about.</summary>
    public (string About, string Answer)? Typed { get; private set; }

    public async Task OnGetAsync(string? gedaan, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        Done = await DoneNotice.FindAsync(db, gedaan, cancellation);
        await LoadAsync(db, cancellation);
    }

    public async Task<IActionResult> OnPostMeldingAsync([FromForm] long taak, [FromForm(Name = "antwoord")] string? answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Visitor.Of(User)!.Batch(time.Now);
        if (!IsAnswer(answer, taak.ToString(System.Globalization.CultureInfo.InvariantCulture), out var text))
            return await WrongAsync(db, cancellation);
        if (await TaskActs.AnswerAsync(db, batch, taak, text, cancellation))
            return LocalRedirect($"/redactie/taken?gedaan={batch.Id}");
        Problem = "Een collega handelde deze melding net af.";
        return await WrongAsync(db, cancellation);
    }

    public async Task<IActionResult> OnPostVraagAsync([FromForm] string? vraag, [FromForm(Name = "antwoord")] string? answer, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var batch = Visitor.Of(User)!.Batch(time.Now);
        if (!IsAnswer(answer, vraag ?? "", out var text))
            return await WrongAsync(db, cancellation);
        if (vraag is null || !await db.SearchQuestions.AnyAsync(asked => asked.Question == vraag, cancellation))
            return NotFound();
        await TaskActs.AnswerAsync(db, batch, vraag, text, time.Today, cancellation);
        return LocalRedirect($"/redactie/taken?gedaan={batch.Id}");
    }

    public async Task<IActionResult> OnPostTerugAsync([FromForm] Guid batch, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var outcome = await EditorialUndo.BatchAsync(db, batch, Visitor.Of(User)!.Batch(time.Now), cancellation);
        Problem = outcome.Problems.Count > 0 ? string.Join(' ', outcome.Problems) : null;
        await LoadAsync(db, cancellation);
        return Page();
    }

    private bool IsAnswer(string? answer, string about, out string text)
    {
        if (TaskAnswer.TryRead(answer, out text))
            return true;
        (Problem, Typed) = ($"Schrijf in 1 tot {TaskActs.LongestAnswer} tekens wat je ermee deed.", (about, text));
        return false;
    }

    private async Task<PageResult> WrongAsync(KioskDb db, CancellationToken cancellation)
    {
        await LoadAsync(db, cancellation);
        return Page();
    }

    private async Task LoadAsync(KioskDb db, CancellationToken cancellation)
    {
        Reports = await db.EditorTasks.AsNoTracking().Include(task => task.Article!.Source).Where(task => task.ClosedAt == null)
            .OrderBy(task => task.OpenedAt).Take(Most).ToListAsync(cancellation);
        // Only what was asked after the last answer counts: then the answer did not help.
        var open = await db.SearchQuestions
            .Where(asked => !db.QuestionAnswers.Any(answer => answer.Question == asked.Question && answer.AnsweredOn >= asked.Day))
            .GroupBy(asked => asked.Question).Select(days => new { Question = days.Key, Times = days.Sum(day => day.FoundNothing) })
            .Where(asked => asked.Times >= ZoekvragenPage.Least).OrderByDescending(asked => asked.Times).ThenBy(asked => asked.Question).Take(Most).ToListAsync(cancellation);
        Questions = [.. open.Select(asked => (asked.Question, asked.Times))];
    }
}
