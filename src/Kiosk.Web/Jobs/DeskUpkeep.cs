using Kiosk.Data;
using Kiosk.Data.Topics;
using Kiosk.Ingest.Archiving;
using Kiosk.Web.Digests;
using Kiosk.Web.Editions;
using Kiosk.Web.Insight;
using Kiosk.Web.Tagging;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Jobs;

/// <summary>Does for the editors what takes a while, for as long as the kiosk is open: applies rules, learns from choices, counts reading, tells of replacements.</summary>
public sealed partial class DeskUpkeep(
    IDbContextFactory<KioskDb> archive, LearnedTopics learned, TopicSynonyms synonyms, ReadCounter counter, VisitCounter visits, ReplacementPost post, PropertyBackfill backfill, TimeProvider time, ILogger<DeskUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(counter.WriteAsync, cancellationToken);
        await TryAsync(visits.WriteAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(cancellation => TopicWork.GoOnAsync(archive, time, cancellation), stoppingToken);
            await TryAsync(synonyms.RefreshAsync, stoppingToken);
            await TryAsync(counter.WriteAsync, stoppingToken);
            await TryAsync(visits.WriteAsync, stoppingToken);
            await TryAsync(post.SendAsync, stoppingToken);
            await TryAsync(learned.RefreshAsync, stoppingToken);
            await TryAsync(backfill.GoOnAsync, stoppingToken);
            await Task.Delay(Rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The kiosk closes; what is left stands in rows and goes on at the next start.
        }
        catch (Exception fault)
        {
            LogFault(fault, Rest.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work for the editors' desk could not be done; trying again in {Seconds} seconds")]
    private partial void LogFault(Exception fault, double seconds);
}
