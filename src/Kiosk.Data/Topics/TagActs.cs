using System.Globalization;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>What editors do with the topics of an article.</summary>
public static class TagActs
{
    public static readonly ActKind Judged = new("article-topic-judged", "bevestigde of verwierp een onderwerp", UndoAsync);

    public static readonly IReadOnlyList<ActKind> All = [Judged];

    /// <summary>Says that an article is about a topic, or is not.</summary>
    /// <returns>False if one of the two does not exist.</returns>
    public static async Task<bool> JudgeAsync(KioskDb db, ActBatch batch, long article, int topic, bool fits, CancellationToken cancellation = default)
    {
        var subject = await db.Articles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == article, cancellation);
        var name = await db.Topics.Where(one => one.Id == topic).Select(one => one.Name).SingleOrDefaultAsync(cancellation);
        if (subject is null || name is null)
            return false;
        var before = await KeptAsync(db, article, topic, name, cancellation);
        await TopicTagging.JudgeAsync(db, article, topic, fits, batch.At, cancellation);
        EditorialLog.Record(db, batch, Judged, ActSubject.Of(subject), before, new KeptTag(topic, name, fits ? TaggedBy.Editor : null, fits));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private static async Task<KeptTag> KeptAsync(KioskDb db, long article, int topic, string name, CancellationToken cancellation) => new(
        topic, name,
        (await db.ArticleTopics.FindAsync([article, topic], cancellation))?.TaggedBy,
        (await db.TopicJudgements.FindAsync([article, topic], cancellation))?.Fits);

    private static async Task<string?> UndoAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var article = long.Parse(act.SubjectId, CultureInfo.InvariantCulture);
        var (before, after) = (EditorialLog.Read<KeptTag>(act.Before)!, EditorialLog.Read<KeptTag>(act.After)!);
        if (await db.Topics.Where(one => one.Id == after.Topic).Select(one => one.Name).SingleOrDefaultAsync(cancellation) is null)
            return "Het onderwerp is er niet meer, of ging op in een ander.";
        if (await KeptAsync(db, article, after.Topic, after.Name, cancellation) != after)
            return "Het onderwerp van dit stuk is daarna nog veranderd.";
        var tag = await db.ArticleTopics.FindAsync([article, after.Topic], cancellation);
        if (before.By is { } tagger && tag is null)
            db.ArticleTopics.Add(new ArticleTopic { ArticleId = article, TopicId = after.Topic, TaggedBy = tagger, TaggedAt = by.At });
        else if (before.By is { } other)
            tag!.TaggedBy = other;
        else if (tag is not null)
            db.ArticleTopics.Remove(tag);
        var judgement = await db.TopicJudgements.FindAsync([article, after.Topic], cancellation);
        if (before.Fits is { } fits && judgement is null)
            db.TopicJudgements.Add(new TopicJudgement { ArticleId = article, TopicId = after.Topic, Fits = fits, JudgedAt = by.At });
        else if (before.Fits is { } said)
            judgement!.Fits = said;
        else if (judgement is not null)
            db.TopicJudgements.Remove(judgement);
        return null;
    }
}

/// <summary>A topic of an article as an act keeps it.</summary>
/// <param name="By">Who or what put it there; null if it is not there.</param>
/// <param name="Fits">What an editor said of it; null if none did.</param>
public sealed record KeptTag(int Topic, string Name, TaggedBy? By, bool? Fits);
