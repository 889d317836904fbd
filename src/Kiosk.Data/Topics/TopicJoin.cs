using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>Puts a topic into another and takes it out again. Runs in the transaction of whoever calls it.</summary>
internal static class TopicJoin
{
    /// <summary>From now on the other stands for both: it has the articles, sources, followers and addresses of this one as well.</summary>
    public static async Task MergeAsync(KioskDb db, Topic topic, Topic into, string? rule, CancellationToken cancellation)
    {
        await TopicTables.CopyAsync(db, topic.Id, into.Id, cancellation);
        topic.MergedInto = into.Id;
        topic.Version++;
        Mend(into, rule);
        if (into.ParentId == topic.Id)
            into.ParentId = topic.ParentId;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The other loses what it had through this one only.</summary>
    public static async Task PartAsync(KioskDb db, Topic topic, Topic from, string? rule, CancellationToken cancellation)
    {
        await TopicTables.TakeBackAsync(db, topic.Id, from.Id, cancellation);
        topic.MergedInto = null;
        topic.Version++;
        Mend(from, rule);
        await db.SaveChangesAsync(cancellation);
    }

    private static void Mend(Topic topic, string? rule)
    {
        if (topic.Rule == rule)
            return;
        topic.Rule = rule;
        topic.Version++;
    }
}
