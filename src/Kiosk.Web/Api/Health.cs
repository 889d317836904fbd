using System.Data.Common;
using Kiosk.Data;
using Kiosk.Search;
using Microsoft.EntityFrameworkCore;

namespace Kiosk.Web.Api;

/// <summary>
/// Whether this node lives (it answers at all: restart it if not) and is ready (archive and index are there: send it no visitors if not). <c>/healthz</c> says both, and
/// answers as <c>ready</c> does: that it lives is clear from its answering.
/// </summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", CheckAsync);
        routes.MapGet("/healthz/ready", CheckAsync);
        routes.MapGet("/healthz/live", () => TypedResults.Text("ok"));
    }

    private static async Task<IResult> CheckAsync(IDbContextFactory<KioskDb> archive, SearchIndex index, CancellationToken cancellation)
    {
        var reachable = await IsReachableAsync(archive, cancellation);
        var position = index.Position;
        var ready = reachable && index.IsReady;
        var state = new HealthState(
            Live: true, ready, new(reachable), new(index.IsReady, index.Count, position?.Transaction, position?.Sequence));
        return TypedResults.Json(state, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Asks something of the archive, since opening a connection alone proves little.</summary>
    private static async Task<bool> IsReachableAsync(IDbContextFactory<KioskDb> archive, CancellationToken cancellation)
    {
        try
        {
            await using var db = await archive.CreateDbContextAsync(cancellation);
            await db.Topics.AnyAsync(cancellation);
            return true;
        }
        catch (Exception problem) when (problem is DbException or { InnerException: DbException })
        {
            return false;
        }
    }
}

public sealed record HealthState(bool Live, bool Ready, ArchiveHealth Archive, IndexHealth Index);

public sealed record ArchiveHealth(bool Reachable);

/// <param name="Ready">False while the index is filled for the first time.</param>
/// <param name="Articles">Articles in it.</param>
/// <param name="Transaction">How far it follows the archive's change feed; null if not ready.</param>
/// <param name="Sequence">Idem.</param>
public sealed record IndexHealth(bool Ready, int Articles, long? Transaction, long? Sequence);
