using Kiosk.Data;
using Kiosk.Data.Editorial;
using Kiosk.Data.Merging;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Archiving;
using Kiosk.Search;
using Kiosk.Search.Queries;
using Kiosk.Testing;

namespace Kiosk.Ingest.Tests.Archiving;

public sealed class NameHistoryTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Saved_questions_and_rules_go_on_finding_what_was_renamed_merged_or_joined(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var cancellation = TestContext.Current.CancellationToken;
        var (renamed, merged, into) = (new Topic { Slug = "wsnp", Name = "Wet schuldsanering" }, new Topic { Slug = "kinderen", Name = "Kinderen" }, new Topic { Slug = "jeugd", Name = "Jeugd" });
        var ruled = new Topic { Slug = "ruled", Name = "Volgens regel", Rule = "bron:verdwenen" };
        var (gone, kept) = (Sample.Source("verdwenen"), Sample.Source("gebleven"));
        db.AddRange(renamed, merged, into, ruled, gone, kept);
        await db.SaveChangesAsync(cancellation);
        var batch = new ActBatch(EditorId: null, "Noor", Sample.Morning);
        Assert.True(await TopicActs.ChangeAsync(db, batch, renamed.Id, renamed.Version, KeptTopic.Of(renamed) with { Name = "Saneren", Slug = "saneren" }, cancellation));
        Assert.True(await TopicActs.MergeAsync(db, batch, merged.Id, into.Id, joinRules: false, cancellation));
        Assert.Equal(UnionOutcome.Joined, await SourceUnion.JoinAsync(db, kept.Id, gone.Id, Sample.Morning, cancellation: cancellation));

        var names = await NameHistory.ReadAsync(db, cancellation);
        Assert.All(new[] { "onderwerp:wsnp", "onderwerp:schuldsanering", "onderwerp:saneren" }, question => Assert.True(names.Resolve(Query.Parse(question)).Matches(Article("saneren", "Saneren", "elders")), question));
        Assert.All(new[] { "onderwerp:kinderen", "onderwerp:jeugd -onderwerp:wsnp" }, question => Assert.True(names.Resolve(Query.Parse(question)).Matches(Article("jeugd", "Jeugd", "elders")), question));
        Assert.True(names.Resolve(Query.Parse("bron:verdwenen")).Matches(Article("iets", "Iets", "gebleven")));
        Assert.False(names.Resolve(Query.Parse("onderwerp:wsnp OF bron:verdwenen")).Matches(Article("jeugd", "Jeugd", "elders")));
        Assert.False(Query.Parse("onderwerp:wsnp").Matches(Article("saneren", "Saneren", "elders")));
        var rules = await TopicRules.LoadAsync(db, cancellation);
        Assert.Equal([ruled.Id], rules.TopicsOf(ArticleTerms.Of(Article("iets", "Iets", "gebleven"))));
    }

    private static IndexedArticle Article(string topic, string name, string source) => new()
    {
        Id = 1,
        Title = "Een stuk",
        Lead = "",
        Body = "",
        Url = "https://een.example/",
        Published = Sample.Morning,
        Kind = "nieuws",
        Source = source,
        SourceName = source,
        Topics = [topic],
        TopicNames = [name],
    };
}
