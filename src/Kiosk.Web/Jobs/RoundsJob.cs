using Kiosk.Web.Operations;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>Does the round each minute, so that the operator's page can say since when something is wrong.</summary>
[DisallowConcurrentExecution]
public sealed class RoundsJob(Rounds rounds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.LookAsync(cancellationToken);
}
