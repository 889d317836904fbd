using System.Globalization;
using Kiosk.Data.Editorial;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>What editors do with topics. Nothing gets lost by it: addresses lead on, followers and sources go along, and each act can be undone.</summary>
public static class TopicActs
{
    public static readonly ActKind Made = new("topic-made", "maakte het onderwerp", TopicUndo.MadeAsync);
    public static readonly ActKind Changed = new("topic-changed", "veranderde het onderwerp", TopicUndo.ChangedAsync);
    public static readonly ActKind Merged = new("topic-merged", "voegde het onderwerp bij een ander", TopicUndo.MergedAsync);
    public static readonly ActKind Split = new("topic-split", "splitste het onderwerp af", TopicUndo.MergedAsync);
    public static readonly ActKind RuleApplied = new("topic-rule-applied", "paste de regel toe op het archief", TopicUndo.RunAsync);

    public static readonly IReadOnlyList<ActKind> All = [Made, Changed, Merged, Split, RuleApplied];

    /// <summary>Makes a topic. Its slug must be free: see <see cref="FreeSlugAsync"/>.</summary>
    public static async Task<Topic> MakeAsync(KioskDb db, ActBatch batch, KeptTopic wanted, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var topic = await AddAsync(db, wanted, cancellation);
        EditorialLog.Record(db, batch, Made, ActSubject.Of(topic), before: null, KeptTopic.Of(topic));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return topic;
    }

    /// <summary>Changes a topic; an old slug goes on leading to it.</summary>
    /// <param name="version">The version that the editor saw.</param>
    /// <returns>False if the topic is gone, or somebody else changed it since.</returns>
    public static async Task<bool> ChangeAsync(KioskDb db, ActBatch batch, int id, int version, KeptTopic wanted, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var topic = await db.Topics.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (topic is null || topic.Version != version)
            return false;
        var before = KeptTopic.Of(topic);
        await FillAsync(db, topic, wanted, cancellation);
        if (KeptTopic.Of(topic) is var after && after == before)
            return true;
        EditorialLog.Record(db, batch, Changed, ActSubject.Of(topic), before, after);
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

    /// <summary>Puts a topic into another, which stands for both from now on.</summary>
    /// <param name="joinRules">Whether the other tags from now on what either rule matches.</param>
    /// <returns>False if one of the two is gone, or they are the same.</returns>
    public static async Task<bool> MergeAsync(KioskDb db, ActBatch batch, int id, int into, bool joinRules, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var pair = await db.Topics.Where(one => one.Id == id || one.Id == into).ToDictionaryAsync(one => one.Id, cancellation);
        if (id == into || !pair.TryGetValue(id, out var topic) || !pair.TryGetValue(into, out var other))
            return false;
        var before = new KeptMerge(Into: null, other.Rule);
        var rule = joinRules ? Either(other.Rule, topic.Rule) : other.Rule;
        await TopicJoin.MergeAsync(db, topic, other, rule, cancellation);
        EditorialLog.Record(db, batch, Merged, ActSubject.Of(topic), before, new KeptMerge(into, rule));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Makes a topic of a part of another: it gets these of its articles, and everybody who follows the whole.</summary>
    /// <param name="articles">Those that are not the other's are passed over.</param>
    /// <param name="takeOff">Whether they leave the other.</param>
    /// <returns>Null if the other is gone.</returns>
    public static async Task<Topic?> SplitAsync(
        KioskDb db, ActBatch batch, int id, KeptTopic wanted, IReadOnlyList<long> articles, bool takeOff, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Topics.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } whole)
            return null;
        var part = await AddAsync(db, wanted, cancellation);
        await TopicParting.CopyAsync(db, whole.Id, part.Id, articles, takeOff, cancellation);
        // What an undo brings back: the part inside the whole.
        EditorialLog.Record(db, batch, Split, ActSubject.Of(part), new KeptMerge(whole.Id, whole.Rule), new KeptMerge(Into: null, whole.Rule));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return part;
    }

    /// <summary>A slug that no topic has or had, but for this one itself.</summary>
    public static async Task<string> FreeSlugAsync(KioskDb db, string wanted, int? self, CancellationToken cancellation = default)
    {
        var taken = await db.Topics.IgnoreQueryFilters().Where(topic => topic.Id != self).Select(topic => topic.Slug)
            .Concat(db.TopicAddresses.Where(address => address.TopicId != self).Select(address => address.Slug))
            .ToHashSetAsync(cancellation);
        var slug = wanted.Length > 0 ? wanted : "onderwerp";
        for (var number = 2; taken.Contains(slug); number++)
            slug = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return slug;
    }

    internal static async Task FillAsync(KioskDb db, Topic topic, KeptTopic wanted, CancellationToken cancellation)
    {
        if (topic.Slug != wanted.Slug)
        {
            await db.TopicAddresses.Where(address => address.Slug == wanted.Slug && address.TopicId == topic.Id).ExecuteDeleteAsync(cancellation);
            db.TopicAddresses.Add(new TopicAddress { Slug = topic.Slug, TopicId = topic.Id });
        }

        if (KeptTopic.Of(topic) != wanted)
            wanted.Fill(topic);
    }

    private static async Task<Topic> AddAsync(KioskDb db, KeptTopic wanted, CancellationToken cancellation)
    {
        var topic = new Topic { Slug = wanted.Slug, Name = wanted.Name };
        wanted.Fill(topic);
        db.Topics.Add(topic);
        await db.SaveChangesAsync(cancellation);
        return topic;
    }

    private static string? Either(string? one, string? other) =>
        string.IsNullOrWhiteSpace(other) || one == other ? one : string.IsNullOrWhiteSpace(one) ? other : $"({one}) OF ({other})";
}
