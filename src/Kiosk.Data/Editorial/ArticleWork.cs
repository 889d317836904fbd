using Kiosk.Data.Stories;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>The one way in which editors change an article: whole or not at all, with its record, and never over somebody else's change.</summary>
public static class ArticleWork
{
    /// <summary>Changes an article in a transaction of its own.</summary>
    /// <param name="db">Without changes of its own; it holds none afterwards.</param>
    /// <param name="which">The article as it was shown.</param>
    /// <param name="change">Changes the article, which comes with its corrections and topics, and says what is to be recorded: null if there was nothing to change. It may save.</param>
    public static async Task<WorkOutcome> DoAsync(
        KioskDb db, ActBatch batch, ArticleRef which, ActKind kind, Func<Article, Task<ArticleChanged?>> change, CancellationToken cancellation = default)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var article = await FindAsync(db, which.Id, cancellation);
            if (article is null)
                return WorkOutcome.NotFound;
            if (which.Version is not null && which.Version != article.Version)
                return WorkOutcome.Outdated;
            if (article.State == ArticleState.Merged)
                return WorkOutcome.Impossible;
            if (await change(article) is not { } changed)
                return WorkOutcome.Unchanged;
            Touch(article, batch.At);
            EditorialLog.Record(db, batch, kind, ActSubject.Of(article), changed.Before, changed.After);
            await db.SaveChangesAsync(cancellation);
            await SettleAsync(db, article, cancellation);
            await transaction.CommitAsync(cancellation);
            return WorkOutcome.Done;
        }
        // Both corrected the same field: the second finds it there, or finds another version.
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.Entries.Any(entry => entry.Entity is ArticleCorrection))
        {
            return WorkOutcome.Outdated;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>With all that editors work on; tracked. Null if there is none.</summary>
    internal static Task<Article?> FindAsync(KioskDb db, long id, CancellationToken cancellation) =>
        db.Articles.Include(article => article.Corrections).Include(article => article.Topics).Include(article => article.TopicJudgements).AsSplitQuery().SingleOrDefaultAsync(article => article.Id == id, cancellation);

    internal static void Touch(Article article, DateTimeOffset now)
    {
        article.ChangedAt = now;
        article.Version++;
    }

    /// <summary>Who leads the story may be another now.</summary>
    internal static Task SettleAsync(KioskDb db, Article article, CancellationToken cancellation) =>
        article.StoryId is { } story ? StoryMembership.SettleAsync(db, story, cancellation) : Task.CompletedTask;
}

/// <summary>What is recorded of a change.</summary>
public sealed record ArticleChanged(object? Before, object? After);
