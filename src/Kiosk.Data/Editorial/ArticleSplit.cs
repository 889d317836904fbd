using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Takes two articles apart that were wrongly made one. What readers said of either stays with both.</summary>
internal static class ArticleSplit
{
    /// <summary>Inside a transaction; saves.</summary>
    public static async Task SplitAsync(KioskDb db, Article stays, Article goes, KeptMerge trace, DateTimeOffset now, CancellationToken cancellation)
    {
        trace.Standing!.Fill(goes);
        goes.MergedInto = null;
        stays.FirstSeenAt = trace.KeepFirstSeen;
        stays.Topics.RemoveAll(tag => trace.NewTopics.Contains(tag.TopicId));
        ArticleWork.Touch(goes, now);
        ArticleWork.Touch(stays, now);
        await db.SaveChangesAsync(cancellation);
        await MoveBackAsync(db, stays.Id, goes.Id, trace, cancellation);
        if (trace.KeepStory is null && trace.Story!.Story is not null)
            await ArticleStory.ReturnAsync(db, stays, new KeptStory(Story: null, [], stays.StoryByHand), now, cancellation);
        if (trace.Story!.Story is not null)
            await ArticleStory.ReturnAsync(db, goes, trace.Story, now, cancellation);
    }

    private static async Task MoveBackAsync(KioskDb db, long stays, long goes, KeptMerge trace, CancellationToken cancellation)
    {
        var names = trace.Aliases.Keys.ToList();
        foreach (var alias in await db.ArticleAliases.Where(alias => alias.ArticleId == stays && names.Contains(alias.Name)).ToListAsync(cancellation))
            (alias.ArticleId, alias.ContentHash) = (goes, trace.Aliases[alias.Name]);
        await db.SaveChangesAsync(cancellation);
        await db.Picks.Where(pick => pick.ArticleId == stays && trace.Picks.Contains(pick.Id)).ExecuteUpdateAsync(set => set.SetProperty(pick => pick.ArticleId, goes), cancellation);
        await db.EditorTasks.Where(task => task.ArticleId == stays && trace.Tasks.Contains(task.Id)).ExecuteUpdateAsync(set => set.SetProperty(task => task.ArticleId, goes), cancellation);
        await db.ListEntries.Where(entry => entry.ArticleId == stays && trace.NewLists.Contains(entry.ListId)).ExecuteDeleteAsync(cancellation);
        await db.Articles.Where(article => trace.Earlier.Contains(article.Id) && article.MergedInto == stays)
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.MergedInto, goes), cancellation);
    }
}
