using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>What editors answer to what readers run into: pieces of no use, and questions that find nothing.</summary>
public static class TaskActs
{
    public const int LongestAnswer = 400;

    public static readonly ActKind Answered = new("task-answered", "handelde een melding af over", UndoTaskAsync);
    public static readonly ActKind QuestionAnswered = new("question-answered", "handelde een zoekvraag af", UndoQuestionAsync);

    public static readonly IReadOnlyList<ActKind> All = [Answered, QuestionAnswered];

    /// <returns>False if it is closed already, or gone.</returns>
    public static async Task<bool> AnswerAsync(KioskDb db, ActBatch batch, long task, string answer, CancellationToken cancellation = default)
    {
        if (await db.EditorTasks.Include(one => one.Article).SingleOrDefaultAsync(one => one.Id == task && one.ClosedAt == null, cancellation) is not { } open)
            return false;
        (open.ClosedAt, open.Answer) = (batch.At, answer);
        EditorialLog.Record(db, batch, Answered, ActSubject.Of(SubjectKind.Task, task, open.Article!.Title), before: null, new KeptAnswer(answer));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public static async Task AnswerAsync(KioskDb db, ActBatch batch, string question, string answer, DateOnly today, CancellationToken cancellation = default)
    {
        var given = await db.QuestionAnswers.FindAsync([question], cancellation);
        var before = given is null ? null : new KeptAnswer(given.Answer);
        if (given is null)
            db.QuestionAnswers.Add(given = new QuestionAnswer { Question = question, Answer = answer });
        (given.Answer, given.AnsweredOn) = (answer, today);
        EditorialLog.Record(db, batch, QuestionAnswered, new ActSubject(SubjectKind.Query, question, question), before, new KeptAnswer(answer));
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<string?> UndoTaskAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = long.Parse(act.SubjectId, System.Globalization.CultureInfo.InvariantCulture);
        if (await db.EditorTasks.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } task)
            return "De melding bestaat niet meer.";
        var wanted = EditorialLog.Read<KeptAnswer>(act.Before)?.Answer;
        (task.Answer, task.ClosedAt) = (wanted, wanted is null ? null : by.At);
        return null;
    }

    private static async Task<string?> UndoQuestionAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var given = await db.QuestionAnswers.FindAsync([act.SubjectId], cancellation);
        var wanted = EditorialLog.Read<KeptAnswer>(act.Before)?.Answer;
        if (wanted is null && given is not null)
            db.QuestionAnswers.Remove(given);
        else if (wanted is not null && given is null)
            db.QuestionAnswers.Add(new QuestionAnswer { Question = act.SubjectId, Answer = wanted, AnsweredOn = DateOnly.FromDateTime(by.At.UtcDateTime) });
        else if (given is not null)
            given.Answer = wanted!;
        return null;
    }
}

/// <summary>An answer as an act keeps it.</summary>
public sealed record KeptAnswer(string Answer);
