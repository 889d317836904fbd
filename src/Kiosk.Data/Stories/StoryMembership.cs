using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Stories;

/// <summary>Who belongs to which story. Every change ends with <see cref="SettleAsync"/>; call these inside a transaction.</summary>
public static class StoryMembership
{
    /// <summary>Members that are looked at when a lead is chosen.</summary>
    private const int MostMembers = 500;

    /// <summary>Starts a story with at least two articles.</summary>
    public static async Task<long> StartAsync(KioskDb db, IReadOnlyCollection<long> articleIds, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var story = new Story { LeadId = articleIds.First(), StartedAt = now };
        db.Stories.Add(story);
        await db.SaveChangesAsync(cancellation);
        await JoinAsync(db, story.Id, articleIds, cancellation);
        return story.Id;
    }

    /// <summary>Adds articles to a story, and takes them out of the one they were in.</summary>
    public static async Task JoinAsync(KioskDb db, long storyId, IReadOnlyCollection<long> articleIds, CancellationToken cancellation = default)
    {
        var left = await db.Articles.Where(article => EF.Parameter(articleIds).Contains(article.Id) && article.StoryId != null && article.StoryId != storyId)
            .Select(article => article.StoryId!.Value).Distinct().ToListAsync(cancellation);
        await MoveAsync(db, articleIds, storyId, cancellation);
        foreach (var story in left.Append(storyId))
            await SettleAsync(db, story, cancellation);
    }

    /// <summary>Takes articles out of their stories.</summary>
    public static async Task LeaveAsync(KioskDb db, IReadOnlyCollection<long> articleIds, CancellationToken cancellation = default)
    {
        var left = await db.Articles.Where(article => EF.Parameter(articleIds).Contains(article.Id) && article.StoryId != null)
            .Select(article => article.StoryId!.Value).Distinct().ToListAsync(cancellation);
        await MoveAsync(db, articleIds, storyId: null, cancellation);
        foreach (var story in left)
            await SettleAsync(db, story, cancellation);
    }

    /// <summary>Chooses the lead anew. A story of one is none: it is dissolved.</summary>
    public static async Task SettleAsync(KioskDb db, long storyId, CancellationToken cancellation = default)
    {
        var members = await db.Articles.Where(article => article.StoryId == storyId)
            .OrderBy(article => article.Id).Take(MostMembers)
            .Select(article => new StoryMember(article.Id, article.State, article.Source!.Rights, article.WordCount, article.PublishedAt))
            .ToListAsync(cancellation);
        if (members.Count > 1)
        {
            var lead = StoryMember.Lead(members).Id;
            await db.Stories.Where(story => story.Id == storyId && story.LeadId != lead).ExecuteUpdateAsync(set => set.SetProperty(story => story.LeadId, lead), cancellation);
            return;
        }

        await MoveAsync(db, [.. members.Select(member => member.Id)], storyId: null, cancellation);
        await db.Stories.Where(story => story.Id == storyId).ExecuteDeleteAsync(cancellation);
    }

    private static Task<int> MoveAsync(KioskDb db, IReadOnlyCollection<long> articleIds, long? storyId, CancellationToken cancellation) =>
        db.Articles.Where(article => EF.Parameter(articleIds).Contains(article.Id) && article.StoryId != storyId)
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.StoryId, storyId), cancellation);
}
