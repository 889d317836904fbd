using Kiosk.Data;
using Kiosk.Data.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Pages.MijnKiosk;

/// <summary>What the kiosk gathered of a reader about one topic.</summary>
/// <param name="Read">Pieces that she read or saved.</param>
/// <param name="More">Pieces that she asked more of.</param>
/// <param name="Less">Pieces that she asked less of, or that are not her work.</param>
/// <param name="Weight">Hers, in place of what was read; null if she gave none.</param>
public sealed record LearnedTopic(int Id, string Name, int Read, int More, int Less, int? Weight)
{
    /// <summary>Those of which anything is known, what is known best first.</summary>
    public static async Task<IReadOnlyList<LearnedTopic>> ReadAsync(KioskDb db, Guid user, CancellationToken cancellation)
    {
        var read = await db.ReadingHistory.Where(item => item.UserId == user).Select(item => item.ArticleId).Distinct()
            .Join(db.ArticleTopics, article => article, link => link.ArticleId, (_, link) => link.TopicId)
            .GroupBy(topic => topic).Select(group => new { Topic = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Topic, group => group.Count, cancellation);
        var judged = await db.Judgements.Where(judgement => judgement.UserId == user)
            .Join(db.ArticleTopics, judgement => judgement.ArticleId, link => link.ArticleId, (judgement, link) => new { judgement.Verdict, judgement.Objection, link.TopicId })
            .ToListAsync(cancellation);
        var weights = await db.Follows.Where(follow => follow.UserId == user && follow.TopicId != null).ToDictionaryAsync(follow => follow.TopicId!.Value, follow => follow.Weight, cancellation);
        var topics = await db.Topics.AsNoTracking().ToListAsync(cancellation);
        return [.. topics.Select(topic => new LearnedTopic(
                topic.Id, topic.Name, read.GetValueOrDefault(topic.Id),
                judged.Count(one => one.TopicId == topic.Id && one.Verdict == Verdict.Meer),
                judged.Count(one => one.TopicId == topic.Id && (one.Verdict == Verdict.Minder || one.Objection == Objection.NietMijnWerk)),
                weights.TryGetValue(topic.Id, out var weight) ? weight : null))
            .Where(topic => topic.Read + topic.More + topic.Less > 0)
            .OrderByDescending(topic => topic.Read + topic.More + topic.Less).ThenBy(topic => topic.Name, StringComparer.Ordinal)];
    }
}
