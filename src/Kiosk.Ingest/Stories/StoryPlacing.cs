using Kiosk.Data;
using Kiosk.Data.Stories;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Stories;

/// <summary>Lets articles join and leave stories, one after the other, within one transaction.</summary>
internal sealed class StoryPlacing(KioskDb db, Dictionary<long, StorySubject> subjects, DateTimeOffset now)
{
    /// <summary>
    /// An article whose story still has somebody like it stays. Else it leaves, and joins the story of its best match; matches without a story come
    /// along. Stories are never made one: a survey of the week would glue together all that it sums up.
    /// </summary>
    public async Task PlaceAsync(StoryEntry entry, IReadOnlyList<long> candidates, CancellationToken cancellation)
    {
        var own = entry.Subject;
        var matches = candidates
            .Where(subjects.ContainsKey)
            .Select(id => (Id: id, Score: SameNews.Match(own, subjects[id])))
            .Where(match => match.Score is not null)
            .OrderByDescending(match => match.Score).ThenBy(match => match.Id)
            .Select(match => match.Id).ToList();
        if (matches.Count == 0 && entry.StoryId is null)
            return;
        var stories = await StoriesOfAsync([own.Id, .. matches], cancellation);
        var current = stories[own.Id];
        if (current is not null && !matches.Exists(id => stories[id] == current))
        {
            await StoryMembership.LeaveAsync(db, [own.Id], cancellation);
            stories = await StoriesOfAsync([own.Id, .. matches], cancellation);
            current = null;
        }

        var loners = matches.Where(id => stories[id] is null).ToList();
        if ((current ?? matches.Select(id => stories[id]).FirstOrDefault(story => story is not null)) is { } story)
            await StoryMembership.JoinAsync(db, story, current is null ? [own.Id, .. loners] : loners, cancellation);
        else if (loners.Count > 0)
            await StoryMembership.StartAsync(db, [own.Id, .. loners], now, cancellation);
    }

    private async Task<Dictionary<long, long?>> StoriesOfAsync(IReadOnlyList<long> ids, CancellationToken cancellation) =>
        await db.Articles.Where(article => EF.Parameter(ids).Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.StoryId, cancellation);
}
