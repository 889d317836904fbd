using Kiosk.Ingest.Harvesting;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>
/// The tick: harvests what is due. What is due, and on which node, is decided by the rows of the archive. Ticks may overlap; a source that is
/// being visited is not due.
/// </summary>
public sealed class HarvestJob(HarvestRound round, IHostApplicationLifetime lifetime) : IJob
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
            // The kiosk closes; sources that were let go are due again at the next start.
        }
    }
}
