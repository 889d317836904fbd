using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>The next steps of a run, done or undone. Only tags that a rule put there are taken off, and none comes back that an editor took off.</summary>
internal static class TopicSteps
{
    /// <returns>How many were taken; 0 if none are left.</returns>
    public static async Task<int> TakeAsync(KioskDb db, TopicRun run, DateTimeOffset now, CancellationToken cancellation)
    {
        var undoing = run.State == TopicRunState.Undoing;
        var wanted = undoing ? TopicStepState.Done : TopicStepState.Waiting;
        var steps = await db.TopicRunSteps.Where(step => step.RunId == run.Id && step.State == wanted)
            .OrderBy(step => step.ArticleId).Take(TopicWork.AtOnce).ToListAsync(cancellation);
        var ids = steps.ConvertAll(step => step.ArticleId);
        var tags = await db.ArticleTopics.Where(tag => tag.TopicId == run.TopicId && ids.Contains(tag.ArticleId)).ToDictionaryAsync(tag => tag.ArticleId, cancellation);
        var refused = await db.TopicJudgements.Where(judgement => judgement.TopicId == run.TopicId && !judgement.Fits && ids.Contains(judgement.ArticleId))
            .Select(judgement => judgement.ArticleId).ToHashSetAsync(cancellation);
        foreach (var step in steps)
        {
            var tag = tags.GetValueOrDefault(step.ArticleId);
            var done = step.Adds == undoing ? Drop(db, tag) : Add(db, run, step, tag, refused, now);
            step.State = undoing ? TopicStepState.Undone : done ? TopicStepState.Done : TopicStepState.Passed;
        }

        await db.SaveChangesAsync(cancellation);
        return steps.Count;
    }

    private static bool Add(KioskDb db, TopicRun run, TopicRunStep step, ArticleTopic? tag, HashSet<long> refused, DateTimeOffset now)
    {
        if (tag is not null || refused.Contains(step.ArticleId))
            return false;
        db.ArticleTopics.Add(new ArticleTopic { ArticleId = step.ArticleId, TopicId = run.TopicId, TaggedBy = TaggedBy.Rule, TaggedAt = now });
        return true;
    }

    private static bool Drop(KioskDb db, ArticleTopic? tag)
    {
        if (tag?.TaggedBy != TaggedBy.Rule)
            return false;
        db.ArticleTopics.Remove(tag);
        return true;
    }
}
