using System.Data.Common;
using System.Linq.Expressions;
using Kiosk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kiosk.Data.Tests;

/// <summary>The schema is written by hand, so these tests hold it against the EF model, column by column.</summary>
public sealed class ModelTests
{
    public static TheoryData<StorageKind> Kinds => TestArchive.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_schema_has_the_columns_of_the_model_and_no_others(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();
        var expected = db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties().Select(property => Column(kind, entity, property)))
            .Order(StringComparer.Ordinal);
        var actual = (await ColumnsAsync(db, kind)).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_entity_survives_a_round_trip(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var cancellation = TestContext.Current.CancellationToken;
        var source = Sample.Source();
        source.LeaseUntil = Sample.Morning;
        source.Format = SourceFormat.OaiPmh;
        await using (var db = archive.Open())
        {
            db.Sources.Add(source);
            var topic = Sample.Topic();
            db.Topics.Add(topic);
            await db.SaveChangesAsync(cancellation);
            db.SourceTopics.Add(new SourceTopic { SourceId = source.Id, TopicId = topic.Id });
            db.HarvestRuns.Add(new HarvestRun { SourceId = source.Id, StartedAt = Sample.Morning, FinishedAt = Sample.Morning.AddSeconds(2), Outcome = HarvestOutcome.TooLarge, Message = "Te groot.", Bytes = 5_000_000_000 });
            var article = Sample.Article(source.Id, "Eén ‘keuze’ & €5");
            article.Authors = ["Noor Verbeek", "A, B"];
            article.PageStarts = [0, 1204];
            article.Event = new ArticleEvent { StartsAt = Sample.Morning, Place = "Utrecht" };
            article.Aliases.Add(new ArticleAlias { Name = "url:demobron.example/een" });
            article.Topics.Add(new ArticleTopic { TopicId = topic.Id, TaggedBy = TaggedBy.Rule, TaggedAt = Sample.Morning });
            db.Articles.Add(article);
            db.PagesToRead.Add(new PageToRead { SourceId = source.Id, Name = "url:demobron.example/een", Url = "https://demobron.example/een", Host = "demobron.example", Item = "{}", ContentHash = "a", State = PageState.NeedsProgram, NextAttemptAt = Sample.Morning, ChangedAt = Sample.Morning });
            await db.SaveChangesAsync(cancellation);
        }

        await using var fresh = archive.Open();
        var stored = await fresh.Articles.Include(article => article.Aliases).Include(article => article.Topics).Include(article => article.Event).Include(article => article.Source!.Topics).SingleAsync(cancellation);
        Assert.Equal("Eén ‘keuze’ & €5", stored.Title);
        Assert.Equal(["Noor Verbeek", "A, B"], stored.Authors);
        Assert.Equal(Sample.Morning, stored.PublishedAt);
        Assert.Equal([0, 1204], stored.PageStarts);
        Assert.Equal((Sample.Morning, "Utrecht"), (stored.Event!.StartsAt, stored.Event.Place));
        Assert.Equal(PageState.NeedsProgram, (await fresh.PagesToRead.SingleAsync(cancellation)).State);
        Assert.Equal(TaggedBy.Rule, Assert.Single(stored.Topics).TaggedBy);
        Assert.Single(stored.Aliases);
        Assert.Equal(SourceFormat.OaiPmh, stored.Source!.Format);
        Assert.Equal(Sample.Morning, stored.Source.LeaseUntil);
        Assert.Single(stored.Source.Topics);
        Assert.Equal(5_000_000_000, (await fresh.HarvestRuns.SingleAsync(cancellation)).Bytes);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_writers_of_one_article_cannot_overwrite_each_other_silently(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        var cancellation = TestContext.Current.CancellationToken;
        await using var first = archive.Open();
        var source = Sample.Source();
        first.Sources.Add(source);
        await first.SaveChangesAsync(cancellation);
        first.Articles.Add(Sample.Article(source.Id));
        await first.SaveChangesAsync(cancellation);
        await using var second = archive.Open();
        var theirs = await second.Articles.SingleAsync(cancellation);
        var ours = await first.Articles.SingleAsync(cancellation);
        (theirs.Title, theirs.Version) = ("Van de ander", theirs.Version + 1);
        await second.SaveChangesAsync(cancellation);
        (ours.Title, ours.Version) = ("Van ons", ours.Version + 1);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync(cancellation));
    }

    private static string Column(StorageKind kind, IEntityType entity, IProperty property)
    {
        var type = property.GetColumnType();
        type = kind == StorageKind.Sqlite ? type.ToUpperInvariant() : type switch
        {
            "timestamp with time zone" => "timestamptz",
            "character varying" => "text",
            _ => type,
        };
        return $"{entity.GetTableName()}.{property.GetColumnName()} {type}{(property.IsNullable ? "" : " not null")}";
    }

    private static async Task<List<string>> ColumnsAsync(KioskDb db, StorageKind kind)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = kind == StorageKind.Sqlite
            ? """
              SELECT t.name, c.name, c.type, c."notnull" = 1 OR c.pk > 0
              FROM sqlite_schema t JOIN pragma_table_info(t.name) c
              WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'schema_versions'
              """
            : """
              SELECT table_name, column_name,
                     CASE data_type WHEN 'timestamp with time zone' THEN 'timestamptz' WHEN 'ARRAY' THEN CASE udt_name WHEN '_int4' THEN 'integer[]' ELSE 'text[]' END ELSE data_type END,
                     is_nullable = 'NO'
              FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_versions'
              """;
        await using var reader = await command.ExecuteReaderAsync();
        return await ReadAsync(reader);
    }

    private static async Task<List<string>> ReadAsync(DbDataReader reader)
    {
        var columns = new List<string>();
        while (await reader.ReadAsync())
            columns.Add($"{reader.GetString(0)}.{reader.GetString(1)} {reader.GetString(2)}{(reader.GetBoolean(3) ? " not null" : "")}");
        return columns;
    }

    /// <summary>A harvest spent a good part of its time on making and finalizing such methods.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public async Task No_comparer_or_converter_makes_a_method_each_time_that_it_is_used(StorageKind kind)
    {
        await using var archive = await TestArchive.CreateAsync(kind);
        await using var db = archive.Open();

        var making = from property in db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
                     let comparer = property.GetValueComparer()
                     let converter = property.GetTypeMapping().Converter
                     let used = new[] { comparer.SnapshotExpression, comparer.EqualsExpression, converter?.ConvertToProviderExpression, converter?.ConvertFromProviderExpression }
                     where used.OfType<LambdaExpression>().Any(InnerLambda.IsIn)
                     select $"{property.DeclaringType.ClrType.Name}.{property.Name}";

        Assert.Empty(making);
    }

    private sealed class InnerLambda : ExpressionVisitor
    {
        private bool _found;

        public static bool IsIn(LambdaExpression lambda)
        {
            var visitor = new InnerLambda();
            visitor.Visit(lambda.Body);
            return visitor._found;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            _found = true;
            return node;
        }
    }
}
