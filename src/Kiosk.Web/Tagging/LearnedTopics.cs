using Kiosk.Data;
using Kiosk.Search.Learning;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tagging;

/// <summary>
/// What this node learned of the topics from what editors confirmed and rejected. It is made anew from their choices, in the background, when these
/// have changed; nothing of it is stored.
/// </summary>
public sealed class LearnedTopics(IDbContextFactory<KioskDb> archive)
{
    /// <summary>The chance from which a topic is suggested.</summary>
    public const double Threshold = 0.7;

    /// <summary>The newest choices of each topic: what editors meant long ago counts no more.</summary>
    private const int MostExamples = 400;

    private volatile IReadOnlyDictionary<int, TopicLesson> _topics = new Dictionary<int, TopicLesson>();

    /// <summary>By topic; a topic with too few choices has no classifier.</summary>
    public IReadOnlyDictionary<int, TopicLesson> Topics => _topics;

    /// <summary>Learns anew for those topics about which something was said since.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var stamps = await db.TopicJudgements.AsNoTracking().GroupBy(judgement => judgement.TopicId)
            .Select(said => new { said.Key, Count = said.Count(), Fitting = said.Count(judgement => judgement.Fits), Last = said.Max(judgement => judgement.JudgedAt) }).ToListAsync(cancellation);
        var learned = new Dictionary<int, TopicLesson>();
        foreach (var stamp in stamps)
        {
            var now = (stamp.Count, stamp.Fitting, stamp.Last);
            learned[stamp.Key] = _topics.GetValueOrDefault(stamp.Key) is { } known && known.Stamp == now ? known : await LearnAsync(db, stamp.Key, now, cancellation);
        }

        _topics = learned;
    }

    private static async Task<TopicLesson> LearnAsync(KioskDb db, int topic, (int, int, DateTimeOffset) stamp, CancellationToken cancellation)
    {
        var rows = await db.TopicJudgements.AsNoTracking().Where(judgement => judgement.TopicId == topic)
            .OrderByDescending(judgement => judgement.JudgedAt).ThenByDescending(judgement => judgement.ArticleId).Take(MostExamples)
            .Select(judgement => new { judgement.ArticleId, judgement.Fits, judgement.Article!.Title, judgement.Article.Lead, judgement.Article.BodyText }).ToListAsync(cancellation);
        var examples = rows.ConvertAll(row => new LearningExample(row.ArticleId, LearningWords.Of(row.Title, row.Lead, row.BodyText), row.Fits));
        return new TopicLesson(stamp, examples.Count, examples.Count(example => example.Fits), WordClassifier.Learn(examples), CrossValidation.Of(examples, Threshold));
    }
}
