using Kiosk.Web.Digests;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>The tick for the weekly digest: sends what is due. Which letters are, and on which node, is decided by the rows of the archive.</summary>
[DisallowConcurrentExecution]
public sealed class DigestJob(DigestRound round, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await round.RunDueAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The kiosk closes; letters that were not handed over are due at the next start.
        }
    }
}
