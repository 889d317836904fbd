using Kiosk.Data.Digests;
using Kiosk.Testing;
using Kiosk.Web.Digests;

namespace Kiosk.Web.Tests.Digests;

public sealed class LetterChoiceTests
{
    private static readonly DateTimeOffset Now = Sample.Morning;

    [Fact]
    public void Every_topic_gets_a_turn_and_picks_come_first()
    {
        var pool = Pool([.. Enumerable.Range(1, 30).Select(number => Item(number, 1, weight: 100 - number)), Item(50, 2, weight: 1), Item(60, 3, weight: 0.5), Item(61, 3, weight: 0.1) with { IsPick = true }]);
        var chosen = LetterChoice.Choose(pool, Topics(1, 2, 3), 12, Now.AddDays(-7), HadBefore.Nothing);
        Assert.Equal(12, chosen.Count);
        Assert.Equal([61, 60], chosen.Where(piece => piece.TopicId == 3).Select(piece => piece.ArticleId));
        Assert.Equal([50], chosen.Where(piece => piece.TopicId == 2).Select(piece => piece.ArticleId));
    }

    [Fact]
    public void An_article_under_two_topics_and_a_story_at_two_sources_come_once()
    {
        var pool = Pool([Item(1, 1), Item(1, 2), Item(2, 1) with { StoryId = 7 }, Item(3, 2) with { StoryId = 7 }]);
        var chosen = LetterChoice.Choose(pool, Topics(1, 2), 12, Now.AddDays(-7), HadBefore.Nothing);
        Assert.Equal(2, chosen.Count);
    }

    [Fact]
    public void What_she_had_or_what_is_older_than_her_last_letter_does_not_come()
    {
        var pool = Pool([Item(1, 1), Item(2, 1) with { StoryId = 7 }, Item(3, 1) with { Moment = Now.AddDays(-8) }, Item(4, 1), Item(5, 2)]);
        var chosen = LetterChoice.Choose(pool, Topics(1), 12, Now.AddDays(-7), HadBefore.Of([(1, null), (9, 7)]));
        Assert.Equal([4], chosen.Select(piece => piece.ArticleId));
    }

    [Fact]
    public void One_source_fills_a_letter_only_when_there_are_no_others()
    {
        var one = Enumerable.Range(1, 10).Select(number => Item(number, 1, weight: 10)).ToList();
        Assert.Equal(8, LetterChoice.Choose(Pool(one), Topics(1), 8, Now.AddDays(-7), HadBefore.Nothing).Count);
        var others = Enumerable.Range(11, 5).Select(number => Item(number, 1, weight: 1) with { SourceId = number });
        var mixed = LetterChoice.Choose(Pool([.. one, .. others]), Topics(1), 8, Now.AddDays(-7), HadBefore.Nothing);
        Assert.Equal(3, mixed.Count(piece => piece.ArticleId <= 10));
    }

    [Fact]
    public void What_many_saved_gets_one_seat_and_events_stand_beside()
    {
        var pool = Pool([.. Enumerable.Range(1, 20).Select(number => Item(number, 1) with { SourceId = number })], saved: [new PoolExtra(80, null, [1]), new PoolExtra(81, null, [1])], agenda: [new PoolExtra(90, null, [1]), new PoolExtra(91, null, [2])]);
        var chosen = LetterChoice.Choose(pool, Topics(1), 12, Now.AddDays(-7), HadBefore.Nothing);
        Assert.Equal((11, 1, 1), (chosen.Count(piece => piece.Part == LetterPart.Onderwerp), chosen.Count(piece => piece.Part == LetterPart.Bewaard), chosen.Count(piece => piece.Part == LetterPart.Agenda)));
    }

    private static HashSet<int> Topics(params int[] topics) => [.. topics];

    private static DigestItem Item(long article, int topic, double weight = 1) => new() { ArticleId = article, TopicId = topic, SourceId = 1, Moment = Now.AddHours(-1), Weight = weight };

    private static DigestPool Pool(IReadOnlyList<DigestItem> items, IReadOnlyList<PoolExtra>? saved = null, IReadOnlyList<PoolExtra>? agenda = null) => new()
    {
        Digest = new Digest { Week = new DateOnly(2026, 11, 16) },
        Until = Now,
        Topics = [.. Enumerable.Range(1, 3).Select(topic => new PoolTopic(topic, $"t{topic}", $"T{topic}", null, null))],
        Items = items.GroupBy(item => item.TopicId).ToDictionary(group => group.Key, group => (IReadOnlyList<DigestItem>)[.. DigestItem.Ordered(group)]),
        Agenda = agenda ?? [],
        Saved = saved ?? [],
        From = 0,
    };
}
