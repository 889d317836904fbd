using System.Text.Json;
using Kiosk.Data.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kiosk.Data;

/// <summary>
/// The archive: everything that must never be lost. The schema is made by the SQL files in <c>Migrations</c>;
/// this class only maps to it. Triggers in that schema write the change feed, whatever way a row is changed.
/// </summary>
public sealed class KioskDb(DbContextOptions<KioskDb> options) : DbContext(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceTopic> SourceTopics => Set<SourceTopic>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleAlias> ArticleAliases => Set<ArticleAlias>();

    public DbSet<ArticleTopic> ArticleTopics => Set<ArticleTopic>();

    public DbSet<ArticleSketch> ArticleSketches => Set<ArticleSketch>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<HarvestRun> HarvestRuns => Set<HarvestRun>();

    public DbSet<ArticleChange> ArticleChanges => Set<ArticleChange>();

    public DbSet<ArchiveProperty> ArchiveProperties => Set<ArchiveProperty>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        else
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
        configurationBuilder.Properties<ArticleKind>().HaveConversion<NameConverter<ArticleKind>>();
        configurationBuilder.Properties<ArticleState>().HaveConversion<NameConverter<ArticleState>>();
        configurationBuilder.Properties<SourceFormat>().HaveConversion<NameConverter<SourceFormat>>();
        configurationBuilder.Properties<Rights>().HaveConversion<NameConverter<Rights>>();
        configurationBuilder.Properties<TaggedBy>().HaveConversion<NameConverter<TaggedBy>>();
        configurationBuilder.Properties<HarvestOutcome>().HaveConversion<NameConverter<HarvestOutcome>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Source>().HasIndex(source => source.Slug).IsUnique();
        modelBuilder.Entity<SourceTopic>().HasKey(link => new { link.SourceId, link.TopicId });
        modelBuilder.Entity<Topic>().HasIndex(topic => topic.Slug).IsUnique();
        modelBuilder.Entity<Article>().Property(article => article.Version).IsConcurrencyToken();
        modelBuilder.Entity<ArticleAlias>().HasKey(alias => alias.Name);
        modelBuilder.Entity<ArticleTopic>().HasKey(link => new { link.ArticleId, link.TopicId });
        modelBuilder.Entity<ArticleSketch>().HasKey(sketch => new { sketch.Period, sketch.Hash, sketch.ArticleId });
        modelBuilder.Entity<Story>().HasMany(story => story.Articles).WithOne(article => article.Story).HasForeignKey(article => article.StoryId);
        modelBuilder.Entity<Story>().HasOne(story => story.Lead).WithMany().HasForeignKey(story => story.LeadId);
        modelBuilder.Entity<ArticleChange>().HasKey(change => change.Sequence);
        modelBuilder.Entity<ArchiveProperty>().HasKey(property => property.Name);
        foreach (var watched in new[] { typeof(Article), typeof(ArticleTopic), typeof(Source), typeof(Topic) })
            modelBuilder.Entity(watched).ToTable(table => table.HasTrigger("change_feed"));
        UseSnakeCase(modelBuilder);
    }

    private static void UseSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(Snake(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
        }
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.Replace("ETag", "Etag", StringComparison.Ordinal));

    /// <summary>SQLite has no time type; milliseconds sort and compare as numbers.</summary>
    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

    /// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        time => time.ToUniversalTime(), time => time);

    private sealed class NameConverter<T>() : ValueConverter<T, string>(
        value => Names.Of(value), name => Parse<T>(name)) where T : struct, Enum;

    private static T Parse<T>(string name) where T : struct, Enum =>
        Names.TryParse<T>(name, out var value)
            ? value
            : throw new InvalidOperationException($"The archive holds '{name}', which is no {typeof(T).Name} that this version knows.");
}
