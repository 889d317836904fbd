using Kiosk.Testing;
using Kiosk.Web.Pages.Bronnen;

namespace Kiosk.Web.Tests.Pages;

/// <summary>When a source is called quiet: by its own history, and not for a holiday.</summary>
public sealed class SilenceTests
{
    private static readonly DateTimeOffset November = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset January = new(2026, 1, 8, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset September = new(2026, 9, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, DateTimeOffset, Func<int, int>, bool> Histories => new()
    {
        { "20 a week, then nothing for three weeks", November, week => week < 3 ? 0 : 20, true },
        { "20 a week, then nothing for two weeks", November, week => week < 2 ? 0 : 20, false },
        { "20 a week, then 2 a week for three weeks", November, week => week < 3 ? 2 : 20, true },
        { "20 a week, then half of it", November, week => week < 8 ? 10 : 20, false },
        { "steady", November, _ => 20, false },
        { "nothing over Christmas, in the week after it", January, week => week < 3 ? 0 : 20, false },
        { "nothing since the summer holidays began", September, week => week < 8 ? 0 : 5, false },
        { "nothing since June", September, week => week < 12 ? 0 : 5, true },
        { "once a month, on time", November, week => week % 4 == 2 ? 1 : 0, false },
        { "once a month, two missed", November, week => week >= 10 && week % 4 == 2 ? 1 : 0, false },
        { "once a month, nothing for five months", November, week => week >= 21 && week % 4 == 2 ? 1 : 0, true },
        { "once a quarter, nothing for half a year", November, week => week >= 26 && week % 13 == 0 ? 1 : 0, false },
        { "in bursts: 30 in one week of eight, then seven weeks without", November, week => week % 8 == 7 ? 30 : 0, false },
        { "new: four good weeks and then silence", November, week => week is >= 3 and < 7 ? 20 : 0, false },
        { "always empty", November, _ => 0, false },
        { "one bulk of 500 half a year ago, 1 a week since", November, week => week == 26 ? 500 : 1, false },
    };

    [Theory, MemberData(nameof(Histories))]
    public void A_source_is_quiet_by_its_own_measure(string history, DateTimeOffset now, Func<int, int> articles, bool isQuiet)
    {
        Assert.NotEmpty(history);
        Assert.Equal(isQuiet, Silence.Of(Rhythm(articles), now) is not null);
    }

    [Fact]
    public void The_sentence_compares_what_came_with_what_is_usual()
    {
        var silence = Silence.Of(Rhythm(week => week < 3 ? (week == 1 ? 1 : 0) : 20), November)!;
        Assert.Equal((new DateTimeOffset(2026, 10, 30, 9, 0, 0, TimeSpan.Zero), 3, 1, 60), (silence.Since, silence.Weeks, silence.Recent, silence.Usual));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Both_databases_count_the_same_weeks(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var (source, other) = (Sample.Source("een"), Sample.Source("twee"));
        db.Sources.AddRange(source, other);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        double[] daysOld = [-0.1, 0, 6.9, 7.1, 181, 363, 365, 4000];
        foreach (var (index, days) in daysOld.Index())
        {
            var article = Sample.Article(source.Id, $"Stuk {index}");
            article.PublishedAt = November.AddDays(-days);
            db.Articles.Add(article);
        }

        var hidden = Sample.Article(source.Id, "Verborgen");
        hidden.State = Data.ArticleState.Hidden;
        db.Articles.AddRange(hidden, Sample.Article(other.Id, "Van de ander"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var rhythm = await SourceRhythm.ReadAsync(db, source.Id, November, TestContext.Current.CancellationToken);

        Assert.Equal((3, 1, 1, 1, 2, 8), (rhythm.ByWeek[0], rhythm.ByWeek[1], rhythm.ByWeek[25], rhythm.ByWeek[51], rhythm.Older, rhythm.Total));
        var all = await SourceRhythm.ReadAsync(db, November, TestContext.Current.CancellationToken);
        Assert.Equal(rhythm.ByWeek, all(source.Id).ByWeek);
        Assert.Equal((1, 0), (all(other.Id).Total, all(999).Total));
    }

    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    private static SourceRhythm Rhythm(Func<int, int> articles) => new(Enumerable.Range(0, SourceRhythm.Weeks).Select(week => (week, articles(week))));
}
