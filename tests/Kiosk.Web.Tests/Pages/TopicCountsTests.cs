using Kiosk.Data;
using Kiosk.Testing;
using Kiosk.Web.Pages.Onderwerpen;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Tests.Pages;

public sealed class TopicCountsTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tags_are_counted_again_when_an_article_changed_and_only_then(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var (wsnp, empty, source) = (Seeds.Topic("wsnp"), Seeds.Topic("leeg", 1), Seeds.Source("bron"));
        await using var db = archive.Open();
        db.AddRange(empty, Seeds.Article(source, "Nieuw", 1).With(wsnp), Seeds.Article(source, "Oud", 2).With(wsnp), Seeds.Article(source, "Zonder onderwerp"));
        await db.SaveChangesAsync();
        using var counts = new TopicCounts();

        var first = await UntilAsync(counts, db, 2);
        Assert.Equal(new TopicCount(wsnp.Id, 2, TestKiosk.Now.AddDays(-1)), first[wsnp.Id]);
        Assert.False(first.ContainsKey(empty.Id));
        db.Add(Seeds.Source("tweede"));
        await db.SaveChangesAsync();
        var (before, after) = await Eventually.GetAsync(async () => (Before: await counts.ReadAsync(db, CancellationToken.None), After: await counts.ReadAsync(db, CancellationToken.None)), reads => ReferenceEquals(reads.Before, reads.After));
        Assert.Same(before, after);
        await db.Articles.Where(article => article.Title == "Nieuw").ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Hidden));

        var then = await UntilAsync(counts, db, 1);
        Assert.Equal(new TopicCount(wsnp.Id, 1, TestKiosk.Now.AddDays(-2)), then[wsnp.Id]);
    }

    private static Task<IReadOnlyDictionary<int, TopicCount>> UntilAsync(TopicCounts counts, KioskDb db, int articles) =>
        Eventually.GetAsync(() => counts.ReadAsync(db, CancellationToken.None), read => read.Values.Sum(count => count.Articles) == articles);
}
