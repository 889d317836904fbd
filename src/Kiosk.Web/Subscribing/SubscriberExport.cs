using System.Text.Json;
using Kiosk.Data;
using Kiosk.Data.Digests;
using Kiosk.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Subscribing;

/// <summary>Everything about a subscriber as JSON: an object with a list for each of <see cref="SubscriberTables"/>.</summary>
public sealed class SubscriberExport(IDbContextFactory<KioskDb> archive)
{
    public async Task<byte[]> OfAsync(long subscriber, CancellationToken cancellation)
    {
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var tables = new Dictionary<string, object>();
        foreach (var table in SubscriberTables.All)
            tables[table.Name] = await table.Export(db, subscriber, cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(tables, PersonalExport.Json);
    }
}
