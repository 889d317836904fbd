using Kiosk.Data.Digests;
using Kiosk.Data.Editions;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Topics;

/// <summary>Maps what belongs to topics. A topic that went into another stays in the archive as it was, out of sight of every query that does not ask for it.</summary>
internal static class TopicModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Topic>().Property(topic => topic.Version).IsConcurrencyToken();
        model.Entity<Topic>().HasQueryFilter(topic => topic.MergedInto == null);
        model.Entity<SourceTopic>().HasQueryFilter(link => link.Topic!.MergedInto == null);
        model.Entity<SubscriberTopic>().HasQueryFilter(link => link.Topic!.MergedInto == null);
        model.Entity<Follow>().HasQueryFilter(follow => follow.TopicId == null || follow.Topic!.MergedInto == null);
        model.Entity<TopicAddress>(address =>
        {
            address.HasKey(one => one.Slug);
            address.HasOne<Topic>().WithMany().HasForeignKey(one => one.TopicId);
        });
        model.Entity<TopicJudgement>(judgement =>
        {
            judgement.HasKey(one => new { one.ArticleId, one.TopicId });
            judgement.HasOne<Topic>().WithMany().HasForeignKey(one => one.TopicId);
            judgement.HasOne(one => one.Article).WithMany(article => article.TopicJudgements).HasForeignKey(one => one.ArticleId);
        });
        model.Entity<TopicRun>().HasOne(run => run.Topic).WithMany().HasForeignKey(run => run.TopicId);
        model.Entity<TopicRunStep>().HasKey(step => new { step.RunId, step.ArticleId });
        model.Entity<TopicRunStep>().HasOne(step => step.Run).WithMany().HasForeignKey(step => step.RunId);
    }
}
