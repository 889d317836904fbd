using Kiosk.Data.Digests;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Tests;

public sealed class SubscriberTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Fact]
    public async Task Every_table_with_a_subscriber_id_is_listed_and_goes_with_its_subscriber()
    {
        await using var archive = await TestArchive.CreateAsync();
        await using var db = archive.Open();
        var tables = await db.Database.SqlQueryRaw<string>("""
            SELECT t.name AS "Value" FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'subscriber_id' WHERE t.type = 'table'
            """).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(tables.Append("subscribers").Order(StringComparer.Ordinal), SubscriberTables.All.Select(table => table.Name).Order(StringComparer.Ordinal));
        foreach (var table in tables)
        {
            var onDelete = await db.Database.SqlQuery<string>($"""SELECT on_delete AS "Value" FROM pragma_foreign_key_list({table}) WHERE "table" = 'subscribers'""").ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal((table, "CASCADE"), (table, Assert.Single(onDelete)));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Nothing_of_a_subscriber_stays_in_any_table_once_she_is_gone(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var cancellation = TestContext.Current.CancellationToken;
        await using var db = archive.Open();
        var source = Sample.Source();
        var topic = Sample.Topic();
        var digest = new Digest { Week = new DateOnly(2026, 11, 23) };
        db.AddRange(source, topic, digest);
        await db.SaveChangesAsync(cancellation);
        var article = Sample.Article(source.Id);
        var noor = new Subscriber { Email = "noor@gemeente.example", AskedAt = Sample.Morning, ConsentedAt = Sample.Morning };
        noor.Topics.Add(new SubscriberTopic { TopicId = topic.Id });
        db.AddRange(article, noor);
        await db.SaveChangesAsync(cancellation);
        var bilal = new Subscriber { Email = "bilal@gemeente.example", AskedAt = Sample.Morning, InvitedBy = noor.Id };
        db.AddRange(bilal, new Delivery { SubscriberId = noor.Id, DigestId = digest.Id, DueAt = Sample.Morning, NextAttemptAt = Sample.Morning },
            new DeliveryPiece { SubscriberId = noor.Id, ArticleId = article.Id, DigestId = digest.Id, TopicId = topic.Id });
        await db.SaveChangesAsync(cancellation);
        foreach (var table in SubscriberTables.All)
            Assert.True(await table.Export(db, noor.Id, cancellation) is System.Collections.ICollection { Count: > 0 }, $"Nothing of hers stands in {table.Name}.");

        await db.Subscribers.Where(one => one.Id == noor.Id).ExecuteDeleteAsync(cancellation);

        foreach (var table in SubscriberTables.All)
            Assert.True(await table.Export(db, noor.Id, cancellation) is System.Collections.ICollection { Count: 0 }, $"Something of hers stays in {table.Name}.");
        Assert.Null((await db.Subscribers.AsNoTracking().SingleAsync(cancellation)).InvitedBy);
    }
}
