using Kiosk.Data;
using Kiosk.Data.Alerts;
using Kiosk.Data.Annotations;
using Kiosk.Data.Changes;
using Kiosk.Data.Lists;
using Kiosk.Ingest.Harvesting.Pages;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Kiosk.Web.Jobs;

/// <summary>Keeps the change feed, the memory of pages that were given up, and what readers threw away from growing for ever. An index that is further behind than this is filled anew.</summary>
[DisallowConcurrentExecution]
public sealed class TrimChangesJob(IDbContextFactory<KioskDb> factory, PageQueue pages, TimeProvider time) : IJob
{
    private const int Keep = 200_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await ChangeFeed.TrimAsync(db, Keep, cancellationToken);
        await pages.TrimAsync(cancellationToken);
        await ListTrim.RunAsync(db, time.GetUtcNow(), cancellationToken);
        await AnnotationTrim.RunAsync(db, time.GetUtcNow(), cancellationToken);
        await AlertTrim.RunAsync(db, time.GetUtcNow(), cancellationToken);
    }
}
