using Kiosk.Web.Operations;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>The tick for backups: looks now and then whether one is due.</summary>
[DisallowConcurrentExecution]
public sealed class BackupJob(NightlyBackup backup) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        backup.RunIfDue(cancellationToken);
        return ValueTask.CompletedTask;
    }
}
