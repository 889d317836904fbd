using Kiosk.Ingest.Proposals;
using Kiosk.Web.Alerts;
using Kiosk.Web.Digests;
using Kiosk.Web.Hosting;
using Kiosk.Web.Suggesting;
using Kiosk.Web.Webhooks;
using Kiosk.Web.WebSub;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>
/// The clockwork. Each node ticks for itself: what must be done by one node only is claimed in the archive, so the schedule
/// needs no store of its own.
/// </summary>
public static class JobRegistration
{
    public static IServiceCollection AddKioskJobs(this IServiceCollection services, KioskOptions options, DigestOptions digest)
    {
        services.AddHostedService<IndexFollowing>();
        services.AddHostedService<SearchUpkeep>();
        services.AddErrand<ProposalRound>(static (round, cancellation) => round.RunDueAsync(cancellation));
        services.AddErrand<SuggestionRound>(static (round, cancellation) => round.RunDueAsync(cancellation));
        services.AddErrand<SuggestionLetters>(static (letters, cancellation) => letters.RunDueAsync(cancellation));
        services.AddErrand<AlertRound>(static (round, cancellation) => round.RunDueAsync(cancellation));
        services.AddErrand<HubRound>(static (round, cancellation) => round.RunDueAsync(cancellation));
        services.AddErrand<WebhookRound>(static (round, cancellation) => round.RunDueAsync(cancellation));
        services.AddHostedService<DeskUpkeep>();
        services.AddQuartz(quartz =>
        {
            if (options.Harvest)
            {
                quartz.ScheduleJob<HarvestJob>(trigger => trigger
                    .WithIdentity("harvest")
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(options.HarvestTickSeconds)).RepeatForever()));
                quartz.ScheduleJob<ReadPagesJob>(trigger => trigger
                    .WithIdentity("read pages")
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(options.HarvestTickSeconds)).RepeatForever()));
            }

            if (digest.Send)
            {
                quartz.ScheduleJob<DigestJob>(trigger => trigger
                    .WithIdentity("digest")
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(digest.TickSeconds)).RepeatForever()));
            }

            quartz.ScheduleJob<BounceJob>(trigger => trigger
                .WithIdentity("bounces")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
            quartz.ScheduleJob<TrimChangesJob>(trigger => trigger
                .WithIdentity("trim changes")
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromHours(6)).RepeatForever()));
            quartz.ScheduleJob<RoundsJob>(trigger => trigger
                .WithIdentity("rounds")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
            quartz.ScheduleJob<BackupJob>(trigger => trigger
                .WithIdentity("backup")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()));
        });
        services.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        return services;
    }
}
