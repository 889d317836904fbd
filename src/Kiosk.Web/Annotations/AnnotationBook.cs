using Kiosk.Data;
using Kiosk.Data.Annotations;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Annotations;

/// <summary>What readers mark and note. Each sees, changes and takes away her own alone.</summary>
public sealed class AnnotationBook(IDbContextFactory<KioskDb> archive, TimeProvider time)
{
    /// <summary>In one article; more than anybody makes of a long report.</summary>
    public const int MostPerArticle = 300;

    /// <summary>Hers in one article, the first made first.</summary>
    public static Task<List<Annotation>> OfAsync(KioskDb db, Guid user, long article, CancellationToken cancellation) => db.Annotations.AsNoTracking()
        .Where(annotation => annotation.UserId == user && annotation.ArticleId == article && annotation.RemovedAt == null)
        .OrderBy(annotation => annotation.Id).Take(MostPerArticle).ToListAsync(cancellation);

    /// <summary>Null if it is not hers, not of this article, or taken away.</summary>
    public async Task<Annotation?> FindAsync(Guid user, long article, long id, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await Hers(db, user, article, id).AsNoTracking().SingleOrDefaultAsync(annotation => annotation.RemovedAt == null, cancellation);
    }

    /// <summary>The id of a new one; null if there is no room for more.</summary>
    /// <param name="quote">As it stands in the text; null for a note on the whole piece.</param>
    public async Task<long?> AddAsync(Guid user, long article, TextQuote? quote, string note, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await db.Annotations.CountAsync(one => one.UserId == user && one.ArticleId == article && one.RemovedAt == null, cancellation) >= MostPerArticle)
            return null;
        var annotation = new Annotation { UserId = user, ArticleId = article, Note = note, MadeAt = time.GetUtcNow(), ChangedAt = time.GetUtcNow() };
        Quote(annotation, quote);
        db.Annotations.Add(annotation);
        await db.SaveChangesAsync(cancellation);
        return annotation.Id;
    }

    /// <summary>False if there is no such annotation of hers.</summary>
    public async Task<bool> ChangeAsync(Guid user, long article, long id, TextQuote? quote, string note, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        if (await Hers(db, user, article, id).SingleOrDefaultAsync(one => one.RemovedAt == null, cancellation) is not { } annotation)
            return false;
        (annotation.Note, annotation.ChangedAt) = (note, time.GetUtcNow());
        Quote(annotation, quote);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes it away; it can be put back. False if there is no such annotation of hers.</summary>
    public Task<bool> RemoveAsync(Guid user, long article, long id, CancellationToken cancellation) => SetRemovedAsync(user, article, id, time.GetUtcNow(), cancellation);

    public Task<bool> PutBackAsync(Guid user, long article, long id, CancellationToken cancellation) => SetRemovedAsync(user, article, id, removedAt: null, cancellation);

    private async Task<bool> SetRemovedAsync(Guid user, long article, long id, DateTimeOffset? removedAt, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        return await Hers(db, user, article, id).ExecuteUpdateAsync(set => set.SetProperty(one => one.RemovedAt, removedAt), cancellation) > 0;
    }

    private static IQueryable<Annotation> Hers(KioskDb db, Guid user, long article, long id) =>
        db.Annotations.Where(annotation => annotation.Id == id && annotation.UserId == user && annotation.ArticleId == article);

    private static void Quote(Annotation annotation, TextQuote? quote) =>
        (annotation.Exact, annotation.Prefix, annotation.Suffix) = (quote?.Exact ?? "", quote?.Prefix ?? "", quote?.Suffix ?? "");
}
