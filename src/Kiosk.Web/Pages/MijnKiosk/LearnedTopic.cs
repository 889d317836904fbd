using Kiosk.Data;
using Kiosk.Data.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>What the kiosk gathered of a reader about one topic.</summary>
/// <param name="Read">Pieces that she read.</param>
/// <param name="Saved">Pieces that she saved; they count double.</param>
/// <param name="More">Pieces that she asked more of.</param>
/// <param name="Less">Pieces that she asked less of, or that are not her work.</param>
/// <param name="Weight">Hers, in place of what was read; null if she gave none.</param>
public sealed record LearnedTopic(int Id, string Name, int Read, int Saved, int More, int Less, int? Weight)
{
    private int Known => Read + Saved + More + Less;

    /// <summary>Those of which anything is known, what is known best first.</summary>
    public static async Task<IReadOnlyList<LearnedTopic>> ReadAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        var acts = await db.ReadingHistory.Where(item => item.UserId == user)
            .Join(db.ArticleTopics, item => item.ArticleId, link => link.ArticleId, (item, link) => new { item.Act, link.TopicId })
            .GroupBy(one => one).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var (read, saved) = (Counts(HistoryAct.Gelezen), Counts(HistoryAct.Bewaard));
        var judged = await db.Judgements.Where(judgement => judgement.UserId == user)
            .Join(db.ArticleTopics, judgement => judgement.ArticleId, link => link.ArticleId, (judgement, link) => new { judgement.Verdict, judgement.Objection, link.TopicId })
            .ToListAsync(cancellation);
        var weights = await db.Follows.Where(follow => follow.UserId == user && follow.TopicId != null).ToDictionaryAsync(follow => follow.TopicId!.Value, follow => follow.Weight, cancellation);
        var topics = await db.Topics.AsNoTracking().ToListAsync(cancellation);
        return [.. topics.Select(topic => new LearnedTopic(
                topic.Id, topic.Name, read.GetValueOrDefault(topic.Id), saved.GetValueOrDefault(topic.Id),
                judged.Count(one => one.TopicId == topic.Id && one.Verdict == Verdict.Meer),
                judged.Count(one => one.TopicId == topic.Id && (one.Verdict == Verdict.Minder || one.Objection == Objection.NietMijnWerk)),
                weights.TryGetValue(topic.Id, out var weight) ? weight : null))
            .Where(topic => topic.Known > 0)
            .OrderByDescending(topic => topic.Known).ThenBy(topic => topic.Name, StringComparer.Ordinal)];

        Dictionary<int, int> Counts(HistoryAct act) => acts.Where(one => one.Key.Act == act).ToDictionary(one => one.Key.TopicId, one => one.Count);
    }
}
