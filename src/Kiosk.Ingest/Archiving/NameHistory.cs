using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Topics;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Ingest.Archiving;

/// <summary>Reads what topics and sources were called before, for <see cref="FormerNames"/>: topics by their addresses, merges and changes, sources by their joins.</summary>
public static class NameHistory
{
    /// <summary>All of it.</summary>
    public static async Task<FormerNames> ReadAsync(KioskDb db, CancellationToken cancellation)
    {
        var leads = await TopicBook.AllAsync(db, cancellation);
        var topics = await db.Topics.IgnoreQueryFilters().AsNoTracking().Select(topic => new { topic.Id, topic.Slug, topic.Name }).ToDictionaryAsync(topic => topic.Id, cancellation);
        var was = leads.Select(lead => (Slug: lead.Key, topics.Values.FirstOrDefault(topic => topic.Slug == lead.Key)?.Name)).ToList();
        var changed = TopicActs.Changed.Name;
        var before = await db.EditorialActs.AsNoTracking().Where(act => act.Act == changed && act.Before != null).Select(act => act.Before).Distinct().ToListAsync(cancellation);
        was.AddRange(before.Select(EditorialLog.Read<KeptTopic>).OfType<KeptTopic>().Select(kept => (kept.Slug, (string?)kept.Name)));
        var former = was.Where(one => leads.ContainsKey(one.Slug)).Select(one => new FormerName(Facet.Topic, one.Slug, one.Name ?? "", topics[leads[one.Slug]].Slug))
            .Where(name => name.Was != name.Now || topics[leads[name.Was]].Name != name.WasCalled);
        return new FormerNames([.. former, .. await SourcesAsync(db, cancellation)]);
    }

    /// <summary>That of sources alone: all that a rule can name.</summary>
    public static async Task<IReadOnlyList<FormerName>> SourcesAsync(KioskDb db, CancellationToken cancellation) =>
        await db.Sources.AsNoTracking().Where(source => source.MergedInto != null)
            .Join(db.Sources, source => source.MergedInto, into => into.Id, (source, into) => new FormerName(Facet.Source, source.Slug, source.Name, into.Slug)).ToListAsync(cancellation);
}
