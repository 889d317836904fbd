using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Stories;

/// <summary>
/// Finds the story of articles that are new or say something else than before. Runs in the transaction that stores them, once they have an id; doing it
/// again changes nothing.
/// </summary>
public static class StoryFinder
{
    /// <summary>
    /// Waits until no other transaction places articles: of two that bring the same news at once, the second must see the first. To be called before anything is
    /// written, so that nobody waits for a row of someone who waits here.
    /// </summary>
    public static Task TakeTurnAsync(KioskDb db, CancellationToken cancellation) => SketchTable.LockAsync(db, cancellation);

    /// <summary>Sketches the articles, and lets them join the story of whoever tells the same news.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="readings">Of articles that have been stored since.</param>
    /// <param name="now">When stories start that begin with them.</param>
    /// <param name="cancellation">Stops between statements; the transaction must then be dropped.</param>
    public static async Task PlaceAsync(KioskDb db, IReadOnlyCollection<StoryReading> readings, DateTimeOffset now, CancellationToken cancellation)
    {
        if (readings.Count == 0)
            return;
        var entries = readings.OrderBy(reading => reading.Article.PublishedAt).ThenBy(reading => reading.Article.Id).Select(StoryEntry.Of).ToList();
        var candidates = await SketchAsync(db, entries, cancellation);
        await AddOwnStoryAsync(db, entries, candidates, cancellation);
        var subjects = await SubjectsAsync(db, entries, candidates, cancellation);
        var placing = new StoryPlacing(db, subjects, now);
        foreach (var entry in entries.Where(entry => !entry.ByHand))
            await placing.PlaceAsync(entry, candidates[entry.Subject.Id], cancellation);
    }

    /// <summary>Replaces the sketches of the articles, and says for each which others have much of its sketch.</summary>
    private static async Task<Dictionary<long, List<long>>> SketchAsync(KioskDb db, List<StoryEntry> entries, CancellationToken cancellation)
    {
        await SketchTable.RemoveAsync(db, [.. entries.Where(entry => !entry.IsNew).Select(entry => entry.Subject.Id)], cancellation);
        var book = new SketchBook();
        foreach (var fortnight in entries.GroupBy(entry => entry.Period))
            book.Learn(await SketchTable.FindAsync(db, fortnight.Key, [.. fortnight.SelectMany(entry => entry.Sketch).Distinct()], cancellation));
        var candidates = new Dictionary<long, List<long>>();
        foreach (var entry in entries)
        {
            candidates[entry.Subject.Id] = book.Candidates(entry.Subject.Id, entry.Period, entry.Sketch);
            book.Enter(entry.Subject.Id, entry.Period, entry.Sketch);
        }

        await SketchTable.AddAsync(db, book.Added, cancellation);
        return candidates;
    }

    /// <summary>Whoever has a story is held against its members too: does it still belong there?</summary>
    private static async Task AddOwnStoryAsync(KioskDb db, List<StoryEntry> entries, Dictionary<long, List<long>> candidates, CancellationToken cancellation)
    {
        foreach (var (id, story) in entries.Where(entry => entry.StoryId is not null).Select(entry => (entry.Subject.Id, entry.StoryId)))
        {
            var members = await db.Articles.Where(article => article.StoryId == story && article.Id != id)
                .OrderByDescending(article => article.Id == article.Story!.LeadId).ThenByDescending(article => article.Id)
                .Select(article => article.Id).Take(SketchBook.MostCandidates).ToListAsync(cancellation);
            candidates[id] = [.. candidates[id].Union(members)];
        }
    }

    private static async Task<Dictionary<long, StorySubject>> SubjectsAsync(
        KioskDb db, List<StoryEntry> entries, Dictionary<long, List<long>> candidates, CancellationToken cancellation)
    {
        var subjects = entries.ToDictionary(entry => entry.Subject.Id, entry => entry.Subject);
        var missing = candidates.Values.SelectMany(ids => ids).Where(id => !subjects.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return subjects;
        var rows = db.Articles.AsNoTracking()
            .Where(article => EF.Parameter(missing).Contains(article.Id) && (article.State == ArticleState.Visible || article.State == ArticleState.Waiting) && article.Kind != ArticleKind.Agenda
                && (!article.StoryByHand || article.StoryId != null))
            .Select(article => new { article.Id, article.SourceId, article.Kind, article.Title, article.Lead, Body = article.BodyText.Substring(0, WordReader.MostText) });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            subjects[row.Id] = new StorySubject(row.Id, row.SourceId, row.Kind, StoryText.Of(row.Title, row.Lead, row.Body));
        return subjects;
    }
}
