using System.Runtime.InteropServices;
using Kiosk.Data;
using Kiosk.Web.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Searching;

/// <summary>
/// Counts by day what was searched for, what found nothing, and from which results nothing was opened. No address, account or order of
/// questions is kept. Counts are gathered here and written together; what a crash loses is a few seconds of counting.
/// </summary>
public sealed class SearchDiary(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    /// <summary>Different questions that one day may hold; what comes after is not counted.</summary>
    public const int MostADay = 2_000;

    public const int DaysKept = 90;

    private readonly Lock _counting = new();
    private Dictionary<(DateOnly Day, string Question), Tally> _pending = [];

    /// <param name="text">What was typed; what does not look like words is passed over.</param>
    public void Asked(string text, bool foundNothing) => Count(text, new Tally(1, foundNothing ? 1 : 0, 0));

    /// <summary>A piece was opened from the results of a question.</summary>
    public void Opened(string text) => Count(text, new Tally(0, 0, 1));

    public async Task WriteAsync(CancellationToken cancellation)
    {
        var counted = Take();
        if (counted.Count == 0)
            return;
        await using var db = await archive.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SearchQuestions.Where(asked => asked.Day < Today().AddDays(-DaysKept)).ExecuteDeleteAsync(cancellation);
        foreach (var day in counted.GroupBy(pair => pair.Key.Day))
        {
            var room = MostADay - await db.SearchQuestions.CountAsync(asked => asked.Day == day.Key, cancellation);
            foreach (var ((_, question), tally) in day.OrderByDescending(pair => pair.Value.Asked))
                room -= await AddAsync(db, day.Key, question, tally, room > 0, cancellation) ? 1 : 0;
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>True if the question is new on this day.</summary>
    private static async Task<bool> AddAsync(KioskDb db, DateOnly day, string question, Tally tally, bool mayBeNew, CancellationToken cancellation)
    {
        var known = await db.SearchQuestions.Where(asked => asked.Day == day && asked.Question == question).ExecuteUpdateAsync(
            set => set.SetProperty(asked => asked.Asked, asked => asked.Asked + tally.Asked)
                .SetProperty(asked => asked.FoundNothing, asked => asked.FoundNothing + tally.FoundNothing)
                .SetProperty(asked => asked.Opened, asked => asked.Opened + tally.Opened),
            cancellation);
        if (known > 0 || !mayBeNew || tally.Asked == 0)
            return false;
        // Another node may have been first since.
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_questions (day, question, asked, found_nothing, opened) VALUES ({day}, {question}, {tally.Asked}, {tally.FoundNothing}, {tally.Opened})
            ON CONFLICT (day, question) DO UPDATE SET asked = search_questions.asked + excluded.asked,
                found_nothing = search_questions.found_nothing + excluded.found_nothing, opened = search_questions.opened + excluded.opened
            """,
            cancellation) > 0;
    }

    private void Count(string text, Tally more)
    {
        if (AskedWords.Of(text) is not { } question)
            return;
        lock (_counting)
        {
            if (_pending.Count >= MostADay && !_pending.ContainsKey((Today(), question)))
                return;
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, (Today(), question), out _);
            tally = new Tally(tally.Asked + more.Asked, tally.FoundNothing + more.FoundNothing, tally.Opened + more.Opened);
        }
    }

    private Dictionary<(DateOnly Day, string Question), Tally> Take()
    {
        lock (_counting)
        {
            var taken = _pending;
            _pending = [];
            return taken;
        }
    }

    private DateOnly Today() => DutchTime.DayOf(time.GetUtcNow());

    private readonly record struct Tally(int Asked, int FoundNothing, int Opened);
}
