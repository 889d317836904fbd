using Kiosk.Data.Accounts;
using Kiosk.Data.Alerts;
using Kiosk.Data.Annotations;
using Kiosk.Data.Changes;
using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Kiosk.Data.Editorial;
using Kiosk.Data.Lists;
using Kiosk.Data.Proposals;
using Kiosk.Data.Topics;
using Kiosk.Data.Webhooks;
using Kiosk.Data.WebSub;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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

    public DbSet<ArticleEvent> ArticleEvents => Set<ArticleEvent>();

    public DbSet<ArticleCover> ArticleCovers => Set<ArticleCover>();

    public DbSet<PageToRead> PagesToRead => Set<PageToRead>();

    public DbSet<ArticleSketch> ArticleSketches => Set<ArticleSketch>();

    public DbSet<FreshSketch> FreshSketches => Set<FreshSketch>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<HarvestRun> HarvestRuns => Set<HarvestRun>();

    public DbSet<SiteRobots> SiteRobots => Set<SiteRobots>();

    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    public DbSet<SearchQuestion> SearchQuestions => Set<SearchQuestion>();

    public DbSet<ArticleChange> ArticleChanges => Set<ArticleChange>();

    public DbSet<ArchiveProperty> ArchiveProperties => Set<ArchiveProperty>();

    public DbSet<User> Users => Set<User>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Pick> Picks => Set<Pick>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<ReaderSettings> ReaderSettings => Set<ReaderSettings>();

    public DbSet<ReaderEdition> ReaderEditions => Set<ReaderEdition>();

    public DbSet<EditionPiece> EditionPieces => Set<EditionPiece>();

    public DbSet<Judgement> Judgements => Set<Judgement>();

    public DbSet<HistoryItem> ReadingHistory => Set<HistoryItem>();

    public DbSet<EditorTask> EditorTasks => Set<EditorTask>();

    public DbSet<EditorialAct> EditorialActs => Set<EditorialAct>();

    public DbSet<ReplacementLetter> ReplacementLetters => Set<ReplacementLetter>();

    public DbSet<TopicAddress> TopicAddresses => Set<TopicAddress>();

    public DbSet<TopicJudgement> TopicJudgements => Set<TopicJudgement>();

    public DbSet<TopicRun> TopicRuns => Set<TopicRun>();

    public DbSet<TopicRunStep> TopicRunSteps => Set<TopicRunStep>();

    public DbSet<ReadCount> ReadCounts => Set<ReadCount>();

    public DbSet<ArticleCorrection> ArticleCorrections => Set<ArticleCorrection>();

    public DbSet<DeskClaim> DeskClaims => Set<DeskClaim>();

    public DbSet<DeskQuery> DeskQueries => Set<DeskQuery>();

    public DbSet<QuestionAnswer> QuestionAnswers => Set<QuestionAnswer>();

    public DbSet<ReadingList> ReadingLists => Set<ReadingList>();

    public DbSet<ListEntry> ListEntries => Set<ListEntry>();

    public DbSet<ListMember> ListMembers => Set<ListMember>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<SubscriberTopic> SubscriberTopics => Set<SubscriberTopic>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<DigestTopic> DigestTopics => Set<DigestTopic>();

    public DbSet<DigestPiece> DigestPieces => Set<DigestPiece>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryPiece> DeliveryPieces => Set<DeliveryPiece>();

    public DbSet<SubscriptionDay> SubscriptionDays => Set<SubscriptionDay>();

    public DbSet<SourceProposal> SourceProposals => Set<SourceProposal>();

    public DbSet<LinkSuggestion> LinkSuggestions => Set<LinkSuggestion>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<ArticlePublication> ArticlePublications => Set<ArticlePublication>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<Annotation> Annotations => Set<Annotation>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AlertFind> AlertFinds => Set<AlertFind>();

    public DbSet<AlertLetter> AlertLetters => Set<AlertLetter>();

    public DbSet<DigestVisits> DigestVisits => Set<DigestVisits>();

    public DbSet<HubNotice> HubNotices => Set<HubNotice>();

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
        configurationBuilder.Properties<PageState>().HaveConversion<NameConverter<PageState>>();
        configurationBuilder.Properties<HarvestOutcome>().HaveConversion<NameConverter<HarvestOutcome>>();
        configurationBuilder.Properties<Role>().HaveConversion<NameConverter<Role>>();
        configurationBuilder.Properties<LinkPurpose>().HaveConversion<NameConverter<LinkPurpose>>();
        configurationBuilder.Properties<Evidence>().HaveConversion<NameConverter<Evidence>>();
        configurationBuilder.Properties<WorkRole>().HaveConversion<NameConverter<WorkRole>>();
        configurationBuilder.Properties<Verdict>().HaveConversion<NameConverter<Verdict>>();
        configurationBuilder.Properties<Objection>().HaveConversion<NameConverter<Objection>>();
        configurationBuilder.Properties<HistoryAct>().HaveConversion<NameConverter<HistoryAct>>();
        configurationBuilder.Properties<CorrectedField>().HaveConversion<NameConverter<CorrectedField>>();
        configurationBuilder.Properties<SubjectKind>().HaveConversion<NameConverter<SubjectKind>>();
        configurationBuilder.Properties<TimelineMark>().HaveConversion<NameConverter<TimelineMark>>();
        configurationBuilder.Properties<DayOfWeek>().HaveConversion<NameConverter<DayOfWeek>>();
        configurationBuilder.Properties<Rhythm>().HaveConversion<NameConverter<Rhythm>>();
        configurationBuilder.Properties<SubscriberOrigin>().HaveConversion<NameConverter<SubscriberOrigin>>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<NameConverter<DeliveryState>>();
        configurationBuilder.Properties<LetterPart>().HaveConversion<NameConverter<LetterPart>>();
        configurationBuilder.Properties<AlertPace>().HaveConversion<NameConverter<AlertPace>>();
        configurationBuilder.Properties<ProposalStep>().HaveConversion<NameConverter<ProposalStep>>();
        configurationBuilder.Properties<SuggestionState>().HaveConversion<NameConverter<SuggestionState>>();
        configurationBuilder.Properties<List<ApiScope>>().HaveConversion<NamesConverter<ApiScope>, ListComparer<ApiScope>>();
        configurationBuilder.Properties<MovisieLevel>().HaveConversion<NameConverter<MovisieLevel>>();
        configurationBuilder.Properties<ReadSubject>().HaveConversion<NameConverter<ReadSubject>>();
        configurationBuilder.Properties<TopicRunState>().HaveConversion<NameConverter<TopicRunState>>();
        configurationBuilder.Properties<TopicStepState>().HaveConversion<NameConverter<TopicStepState>>();
        configurationBuilder.Properties<List<ArticleProperty>>().HaveConversion<NamesConverter<ArticleProperty>, ListComparer<ArticleProperty>>();
        configurationBuilder.Properties<List<Phase>>().HaveConversion<NamesConverter<Phase>, ListComparer<Phase>>();
        configurationBuilder.Properties<List<WorkRole>>().HaveConversion<NamesConverter<WorkRole>, ListComparer<WorkRole>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Source>().HasIndex(source => source.Slug).IsUnique();
        modelBuilder.Entity<SourceTopic>().HasKey(link => new { link.SourceId, link.TopicId });
        modelBuilder.Entity<Topic>().HasIndex(topic => topic.Slug).IsUnique();
        modelBuilder.Entity<Article>().Property(article => article.Version).IsConcurrencyToken();
        modelBuilder.Entity<ArticleAlias>().HasKey(alias => alias.Name);
        modelBuilder.Entity<ArticleTopic>().HasKey(link => new { link.ArticleId, link.TopicId });
        modelBuilder.Entity<ArticleTopic>().Property(link => link.ListedAt).Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        modelBuilder.Entity<ArticleTopic>().Property(link => link.ListedAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        modelBuilder.Entity<ArticleEvent>().HasKey(@event => @event.ArticleId);
        modelBuilder.Entity<ArticleEvent>().HasOne(@event => @event.Article).WithOne(article => article.Event).HasForeignKey<ArticleEvent>(@event => @event.ArticleId);
        modelBuilder.Entity<ArticleCover>().HasKey(cover => cover.ArticleId);
        modelBuilder.Entity<ArticleCover>().HasOne(cover => cover.Article).WithOne(article => article.Cover).HasForeignKey<ArticleCover>(cover => cover.ArticleId);
        modelBuilder.Entity<Annotation>().HasOne<User>().WithMany().HasForeignKey(annotation => annotation.UserId);
        modelBuilder.Entity<SiteRobots>().HasKey(robots => robots.Site);
        modelBuilder.Entity<ReadCount>().HasKey(count => new { count.Week, count.About, count.SubjectId });
        modelBuilder.Entity<SearchQuestion>().HasKey(asked => new { asked.Day, asked.Question });
        modelBuilder.Entity<ArticleSketch>().HasKey(sketch => new { sketch.Period, sketch.Hash, sketch.ArticleId });
        modelBuilder.Entity<FreshSketch>().HasKey(sketch => new { sketch.Hash, sketch.ArticleId });
        modelBuilder.Entity<Story>().HasMany(story => story.Articles).WithOne(article => article.Story).HasForeignKey(article => article.StoryId);
        modelBuilder.Entity<Story>().HasOne(story => story.Lead).WithMany().HasForeignKey(story => story.LeadId);
        modelBuilder.Entity<ArticleChange>().HasKey(change => change.Sequence);
        modelBuilder.Entity<ArchiveProperty>().HasKey(property => property.Name);
        modelBuilder.Entity<HubNotice>().HasKey(notice => notice.Path);
        foreach (var watched in new[] { typeof(Article), typeof(ArticleTopic), typeof(Source), typeof(Topic), typeof(Pick), typeof(ArticleCover) })
            modelBuilder.Entity(watched).ToTable(table => table.HasTrigger("change_feed"));
        AccountModel.Configure(modelBuilder);
        EditionModel.Configure(modelBuilder);
        EditorialModel.Configure(modelBuilder);
        ListModel.Configure(modelBuilder);
        DigestModel.Configure(modelBuilder);
        ProposalModel.Configure(modelBuilder);
        WebhookModel.Configure(modelBuilder);
        AlertModel.Configure(modelBuilder);
        TopicModel.Configure(modelBuilder);
        SnakeCase.Use(modelBuilder);
        Conversions.CompareLists(modelBuilder);
    }
}
