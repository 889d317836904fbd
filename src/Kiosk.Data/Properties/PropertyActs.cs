using System.Globalization;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Properties;

/// <summary>What editors do with the properties of articles. What they set, the harvester leaves alone from then on.</summary>
public static class PropertyActs
{
    public static readonly ActKind Changed = new("article-properties-changed", "veranderde kenmerken", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Changed];

    /// <summary>How long an editor can take back that something is replaced before readers hear of it by mail.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    /// <summary>Sets the properties of an article.</summary>
    /// <param name="version">The version that the editor saw.</param>
    /// <returns>False if the article is gone, or somebody else changed it since.</returns>
    public static async Task<bool> ChangeAsync(KioskDb db, ActBatch batch, long id, int version, KeptProperties wanted, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var article = await db.Articles.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (article is null || article.Version != version)
            return false;
        var before = KeptProperties.Of(article);
        var after = (wanted with { ByHand = before.ByHand }).Marking(wanted.Differing(before));
        if (after == before)
            return true;
        await FillAsync(db, article, after, batch.At, cancellation);
        EditorialLog.Record(db, batch, Changed, ActSubject.Of(article), before, after);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        var (before, after) = (EditorialLog.Read<KeptProperties>(act.Before)!, EditorialLog.Read<KeptProperties>(act.After));
        var article = await db.Articles.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (article is null || KeptProperties.Of(article) != after)
            return "De kenmerken zijn daarna nog veranderd.";
        await FillAsync(db, article, before, by.At, cancellation);
        return null;
    }

    private static async Task FillAsync(KioskDb db, Article article, KeptProperties wanted, DateTimeOffset now, CancellationToken cancellation)
    {
        if (article.ReplacedBy != wanted.ReplacedBy)
        {
            article.ReplacedAt = wanted.ReplacedBy is null ? null : now;
            await db.ReplacementLetters.Where(letter => letter.ArticleId == article.Id).ExecuteDeleteAsync(cancellation);
            if (wanted.ReplacedBy is not null)
                await TellAsync(db, article.Id, now + Quiet, cancellation);
        }

        wanted.Fill(article);
        article.ChangedAt = now;
        article.Version++;
    }

    /// <summary>Everybody who has it on a list of her own, and wants mail about it.</summary>
    private static async Task TellAsync(KioskDb db, long article, DateTimeOffset due, CancellationToken cancellation)
    {
        var readers = await db.ListEntries
            .Where(entry => entry.ArticleId == article && entry.RemovedAt == null && entry.List!.RemovedAt == null && entry.List.UserId != null)
            .Select(entry => entry.List!.UserId!.Value).Distinct()
            .Where(user => db.ReaderSettings.Any(settings => settings.UserId == user && settings.MailsReplacements))
            .ToListAsync(cancellation);
        db.ReplacementLetters.AddRange(readers.Select(user => new Editions.ReplacementLetter { UserId = user, ArticleId = article, DueAt = due }));
    }
}
