using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Editorial;

/// <summary>Short texts that editors write themselves (bericht): articles of which the kiosk is the source.</summary>
public static class OwnPiece
{
    /// <summary>The id of the source that the kiosk itself is. It is switched off, so it is never visited.</summary>
    public const string SourceSlug = "de-kiosk";

    public static readonly ActKind Written = new("article-written", "schreef", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Written];

    /// <param name="kiosk">The kiosk's own address, absolute.</param>
    /// <param name="linkOf">The absolute address of an article, by its id.</param>
    /// <returns>The id of the article.</returns>
    public static async Task<long> WriteAsync(KioskDb db, ActBatch batch, OwnText text, string kiosk, Func<long, string> linkOf, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var source = await SourceAsync(db, kiosk, batch.At, cancellation);
        var article = new Article
        {
            SourceId = source.Id,
            Kind = ArticleKind.Nieuws,
            Title = text.Title,
            Lead = text.Lead,
            Url = kiosk,
            Language = "nl",
            Authors = [text.Author],
            PublishedAt = batch.At,
            FirstSeenAt = batch.At,
            ChangedAt = batch.At,
            ContentHash = "",
        };
        text.Body.Fill(article);
        article.Topics.AddRange(text.Topics.Select(topic => new ArticleTopic { TopicId = topic, TaggedBy = TaggedBy.Editor, TaggedAt = batch.At }));
        db.Articles.Add(article);
        await db.SaveChangesAsync(cancellation);
        article.Url = linkOf(article.Id);
        EditorialLog.Record(db, batch, Written, ActSubject.Of(article), new KeptStanding(ArticleState.Hidden, null, InboxAt: null, KeptOut: false), KeptStanding.Of(article));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return article.Id;
    }

    private static async Task<Source> SourceAsync(KioskDb db, string kiosk, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Sources.SingleOrDefaultAsync(source => source.Slug == SourceSlug, cancellation) is { } known)
            return known;
        var source = new Source
        {
            Slug = SourceSlug,
            Name = "De Kiosk",
            Url = kiosk,
            SiteUrl = kiosk,
            Rights = Rights.Full,
            Language = "nl",
            Enabled = false,
            NextCheckAt = now,
            Note = "Berichten van de redactie zelf.",
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellation);
        return source;
    }

    /// <summary>Taking back what was written hides it: nothing is thrown away.</summary>
    private static Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation) => ArticleStanding.UndoAsync(db, act, by, cancellation);
}

/// <summary>What an editor wrote.</summary>
/// <param name="Topics">By id.</param>
public sealed record OwnText(string Title, string Lead, KeptBody Body, string Author, IReadOnlyList<int> Topics);
