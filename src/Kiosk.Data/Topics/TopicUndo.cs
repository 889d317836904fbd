using System.Globalization;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>How acts on topics are undone. What others did since is never lost: then it is refused with the reason.</summary>
internal static class TopicUndo
{
    private const string ChangedSince = "Het onderwerp is daarna nog veranderd.";

    public static async Task<string?> MadeAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var id = Id(act);
        if (EditorialLog.Read<KeptTopic>(act.Before) is { } again)
        {
            var made = new Topic { Id = id, Slug = await TopicActs.FreeSlugAsync(db, again.Slug, id, cancellation), Name = again.Name };
            (again with { Slug = made.Slug }).Fill(made);
            db.Topics.Add(made);
            return null;
        }

        if (await db.Topics.SingleOrDefaultAsync(topic => topic.Id == id, cancellation) is not { } topic)
            return "Het onderwerp bestaat niet meer.";
        if (await db.ArticleTopics.AnyAsync(tag => tag.TopicId == id, cancellation) || await db.Follows.AnyAsync(follow => follow.TopicId == id, cancellation))
            return "Er liggen al stukken bij, of iemand volgt het. Voeg het samen met een ander onderwerp.";
        db.Topics.Remove(topic);
        return null;
    }

    public static async Task<string?> ChangedAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var (before, after) = (EditorialLog.Read<KeptTopic>(act.Before)!, EditorialLog.Read<KeptTopic>(act.After));
        var topic = await db.Topics.SingleOrDefaultAsync(one => one.Id == Id(act), cancellation);
        if (topic is null || KeptTopic.Of(topic) != after)
            return ChangedSince;
        if (await TopicActs.FreeSlugAsync(db, before.Slug, topic.Id, cancellation) != before.Slug)
            return "Een ander onderwerp heeft nu het oude adres.";
        await TopicActs.FillAsync(db, topic, before, cancellation);
        return null;
    }

    /// <summary>Of merges and splits alike: both say where the topic was, and where it went.</summary>
    public static async Task<string?> MergedAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var (before, after) = (EditorialLog.Read<KeptMerge>(act.Before)!, EditorialLog.Read<KeptMerge>(act.After)!);
        var otherId = before.Into ?? after.Into;
        var topic = await db.Topics.IgnoreQueryFilters().SingleOrDefaultAsync(one => one.Id == Id(act), cancellation);
        var other = await db.Topics.SingleOrDefaultAsync(one => one.Id == otherId, cancellation);
        if (topic is null || topic.MergedInto != after.Into)
            return ChangedSince;
        if (other is null)
            return "Het andere onderwerp ging zelf op in een ander. Draai dat eerst terug.";
        // A rule that an editor wrote since stays hers.
        var rule = other.Rule == after.Rule ? before.Rule : other.Rule;
        if (before.Into is null)
            await TopicJoin.PartAsync(db, topic, other, rule, cancellation);
        else
            await TopicJoin.MergeAsync(db, topic, other, rule, cancellation);
        return null;
    }

    public static async Task<string?> RunAsync(KioskDb db, EditorialAct act, ActBatch by, CancellationToken cancellation)
    {
        var after = EditorialLog.Read<KeptRun>(act.After)!;
        var run = await db.TopicRuns.SingleOrDefaultAsync(one => one.Id == after.Run, cancellation);
        if (run is null)
            return "Hiervan is niet meer bekend wat het deed.";
        if (run.State is not (TopicRunState.Applied or TopicRunState.Undone))
            return "Het toepassen loopt nog. Wacht tot het klaar is.";
        if (after.Applied != (run.State == TopicRunState.Applied))
            return "Dit is al teruggedraaid.";
        await TopicWork.TurnAsync(db, run, cancellation);
        return null;
    }

    private static int Id(EditorialAct act) => int.Parse(act.SubjectId, CultureInfo.InvariantCulture);
}
