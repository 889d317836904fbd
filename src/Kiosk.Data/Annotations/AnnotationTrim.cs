using Kiosk.Data.Lists;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data.Annotations;

/// <summary>What a reader took away can be put back as long as what is taken off a list; after that it goes for good.</summary>
public static class AnnotationTrim
{
    public static Task RunAsync(KioskDb db, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var before = now - ListTrim.Keeps;
        return db.Annotations.Where(annotation => annotation.RemovedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
