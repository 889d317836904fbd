using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

/// <summary>A tag knows when its article was published, as long as it can be seen.</summary>
public sealed class ListingTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_tag_follows_the_date_and_the_state_of_its_article(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var (source, topic) = (Sample.Source(), Sample.Topic());
        db.AddRange(source, topic);
        await db.SaveChangesAsync();
        var (seen, hidden) = (Sample.Article(source.Id, "Gezien"), Sample.Article(source.Id, "Verborgen"));
        hidden.State = ArticleState.Hidden;
        foreach (var article in new[] { seen, hidden })
            article.Topics.Add(new ArticleTopic { TopicId = topic.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning });
        db.Articles.AddRange(seen, hidden);
        await db.SaveChangesAsync();
        Assert.Equal((Sample.Morning, null), await ListedAsync());

        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.PublishedAt, Sample.Morning.AddDays(-1)));
        Assert.Equal((Sample.Morning.AddDays(-1), null), await ListedAsync());

        await db.Articles.Where(article => article.Id == seen.Id).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Withdrawn));
        await db.Articles.Where(article => article.Id == hidden.Id).ExecuteUpdateAsync(set => set.SetProperty(article => article.State, ArticleState.Visible));
        Assert.Equal((null, Sample.Morning.AddDays(-1)), await ListedAsync());

        async Task<(DateTimeOffset? Seen, DateTimeOffset? Hidden)> ListedAsync()
        {
            var listed = await db.ArticleTopics.AsNoTracking().ToDictionaryAsync(link => link.ArticleId, link => link.ListedAt);
            return (listed[seen.Id], listed[hidden.Id]);
        }
    }
}
