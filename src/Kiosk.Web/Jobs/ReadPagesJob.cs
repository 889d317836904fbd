using Kiosk.Ingest.Harvesting.Pages;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>The tick for pages and reports behind items: reads what is due. Ticks may overlap; a host that is being asked keeps its pages for later.</summary>
public sealed class ReadPagesJob(PageRound round, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await round.RunDueAsync(visited: null, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The kiosk closes; pages that were let go are due again at the next start.
        }
    }
}
