using Kiosk.Web.Bounces;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>The tick for mail that came back.</summary>
[DisallowConcurrentExecution]
public sealed class BounceJob(BounceDrop drop) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await drop.ReadAsync(cancellationToken);
}
