using Kiosk.Data;
using Kiosk.Data.Editions;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Editions;

/// <summary>Reads a reader's taste from the archive.</summary>
public static class TasteOf
{
    /// <summary>Standing queries that are asked for an edition, the heaviest first.</summary>
    public const int MostQueries = 10;

    private const int HitsPerQuery = 10;
    private const int MostJudgements = 300;
    private const int MostHistory = 200;

    /// <param name="since">Standing queries look no further back.</param>
    public static async Task<Taste> ReadAsync(KioskDb db, SearchIndex index, Guid user, DateOnly since, CancellationToken cancellation)
    {
        var builder = new TasteBuilder();
        var follows = await db.Follows.AsNoTracking().Where(follow => follow.UserId == user)
            .Select(follow => new { follow.TopicId, Topic = follow.Topic!.Name, follow.SourceId, Source = follow.Source!.Name, follow.Query, follow.Role, follow.Weight })
            .ToListAsync(cancellation);
        foreach (var follow in follows)
        {
            if (follow.TopicId is { } topic)
                builder.FollowTopic(topic, follow.Topic, follow.Weight);
            else if (follow.SourceId is { } source)
                builder.FollowSource(source, follow.Source, follow.Weight);
            else if (follow is { Role: { } role, Weight: > 0 })
                builder.WorkAs(role, follow.Weight);
        }

        foreach (var asked in follows.Where(follow => follow is { Query: not null, Weight: > 0 }).OrderByDescending(follow => follow.Weight).Take(MostQueries))
            builder.Ask(asked.Query!, asked.Weight, Matches(index, asked.Query!, since));
        await JudgeAsync(db, builder, user, cancellation);
        await RememberAsync(db, builder, user, cancellation);
        return builder.Build();
    }

    /// <summary>The newest pieces that a query finds now.</summary>
    public static HashSet<long> Matches(SearchIndex index, string query, DateOnly since) =>
        [.. index.Search(new SearchRequest { Text = FormattableString.Invariant($"({query}) na:{since:yyyy-MM-dd}"), Order = SearchOrder.Newest, Take = HitsPerQuery, AsTyped = true })
            .Hits.Where(hit => !hit.Partial).Select(hit => hit.ArticleId)];

    private static async Task JudgeAsync(KioskDb db, TasteBuilder builder, Guid user, CancellationToken cancellation)
    {
        var judgements = await db.Judgements.AsNoTracking().Where(judgement => judgement.UserId == user)
            .OrderByDescending(judgement => judgement.JudgedAt).Take(MostJudgements)
            .Select(judgement => new { judgement.ArticleId, judgement.Verdict, judgement.Objection }).ToListAsync(cancellation);
        var subjects = await Subjects.ReadAsync(db, [.. judgements.Select(judgement => judgement.ArticleId)], cancellation);
        foreach (var judgement in judgements)
            builder.Judge(judgement.Verdict, judgement.Objection, subjects.TopicsOf(judgement.ArticleId), subjects.SourceOf(judgement.ArticleId));
    }

    /// <summary>Only for who allows it, and not what she read just to judge it of no use.</summary>
    private static async Task RememberAsync(KioskDb db, TasteBuilder builder, Guid user, CancellationToken cancellation)
    {
        var history = await db.ReadingHistory.AsNoTracking()
            .Where(item => item.UserId == user && db.Users.Any(one => one.Id == user && one.KeepsHistory))
            .Where(item => !db.Judgements.Any(judgement => judgement.UserId == user && judgement.ArticleId == item.ArticleId && judgement.Verdict != Verdict.Meer))
            .OrderByDescending(item => item.At).Take(MostHistory)
            .Select(item => new { item.ArticleId, item.Act }).ToListAsync(cancellation);
        var subjects = await Subjects.ReadAsync(db, [.. history.Select(item => item.ArticleId)], cancellation);
        foreach (var item in history)
            builder.Remember(item.Act, subjects.TopicsOf(item.ArticleId), subjects.SourceOf(item.ArticleId));
    }

    /// <summary>What articles are about and who brought them. Asked for by id and not in one query with the names: SQLite would join all tags of the archive first.</summary>
    private sealed record Subjects(ILookup<long, int> Topics, Dictionary<int, string> TopicNames, Dictionary<long, int> Sources, Dictionary<int, string> SourceNames)
    {
        public static async Task<Subjects> ReadAsync(KioskDb db, long[] articles, CancellationToken cancellation)
        {
            if (articles.Length == 0)
                return new Subjects(Array.Empty<int>().ToLookup(_ => 0L), [], [], []);
            var topics = await db.ArticleTopics.Where(link => EF.Parameter(articles).Contains(link.ArticleId)).Select(link => new { link.ArticleId, link.TopicId }).ToListAsync(cancellation);
            return new Subjects(
                topics.ToLookup(link => link.ArticleId, link => link.TopicId),
                await db.Topics.Select(topic => new { topic.Id, topic.Name }).ToDictionaryAsync(topic => topic.Id, topic => topic.Name, cancellation),
                await db.Articles.Where(article => EF.Parameter(articles).Contains(article.Id)).Select(article => new { article.Id, article.SourceId })
                    .ToDictionaryAsync(article => article.Id, article => article.SourceId, cancellation),
                await db.Sources.Select(source => new { source.Id, source.Name }).ToDictionaryAsync(source => source.Id, source => source.Name, cancellation));
        }

        public IEnumerable<(int Id, string Name)> TopicsOf(long article) => Topics[article].Where(TopicNames.ContainsKey).Select(topic => (topic, TopicNames[topic]));

        public (int Id, string Name) SourceOf(long article) => (Sources[article], SourceNames[Sources[article]]);
    }
}
