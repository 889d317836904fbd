using System.Text;
using Kiosk.Data;
using Kiosk.Data.Leases;
using Kiosk.Data.WebSub;
using Kiosk.Ingest.Fetching;
using Kiosk.Ingest.Harvesting;
using Kiosk.Web.Accounts;
using Kiosk.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.WebSub;

/// <summary>
/// Tells the hub of the settings which feeds changed (<c>hub.mode=publish</c>); that one fetches them and hands them on to who subscribed there. Through the same
/// guard as all that goes out. Nodes share the notices by moving the moment at which each is due; what does not arrive is tried again, later each time.
/// </summary>
public sealed partial class HubRound(
    IDbContextFactory<KioskDb> archive, HubFollower follower, Poster poster, PublicAddress address, IOptions<WebSubOptions> options, HarvestOptions node, TimeProvider time, ILogger<HubRound> logger)
{
    private const int AtATime = 100;
    private const int MostAttempts = 6;

    /// <summary>Does nothing if the settings name no hub.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        if (options.Value.HubAddress is not { } hub)
            return;
        await follower.CatchUpAsync(cancellation);
        await using var db = await archive.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var due = await db.HubNotices.AsNoTracking().Where(notice => notice.DueAt <= now).OrderBy(notice => notice.DueAt).ThenBy(notice => notice.Path).Take(AtATime).ToListAsync(cancellation);
        foreach (var notice in due)
        {
            // None after one that failed: a hub that is down is asked once a round.
            if (!await TellAsync(db, hub, notice, now, cancellation))
                return;
        }
    }

    /// <returns>False if it did not arrive.</returns>
    private async Task<bool> TellAsync(KioskDb db, Uri hub, HubNotice notice, DateTimeOffset now, CancellationToken cancellation)
    {
        var leased = LeaseMoment.After(node.Lease, time);
        if (await db.HubNotices.Where(one => one.Path == notice.Path && one.DueAt == notice.DueAt).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.DueAt, leased).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 0)
            return true; // Another node has it.
        var topic = Uri.EscapeDataString(address.Of(notice.Path).AbsoluteUri);
        // Hubs of before WebSub read the first, some of the others the second.
        var body = Encoding.ASCII.GetBytes($"hub.mode=publish&hub.url={topic}&hub.topic={topic}");
        var result = await Heartbeat.DuringAsync(node.Lease, async beat =>
        {
            var until = LeaseMoment.After(node.Lease, time);
            await using var beating = await archive.CreateDbContextAsync(beat);
            if (await beating.HubNotices.Where(one => one.Path == notice.Path && one.DueAt == leased).ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, until), beat) == 1)
                leased = until;
            return true; // To be told twice does a hub no harm; a feed that changed meanwhile is told anew.
        }, held => poster.PostAsync(hub.AbsoluteUri, body, "application/x-www-form-urlencoded", new Dictionary<string, string>(), held), time, cancellation);
        // If the feed changed meanwhile, its notice was given another moment, and stays.
        var mine = db.HubNotices.Where(one => one.Path == notice.Path && one.DueAt == leased);
        if (result.Succeeded || notice.Attempts + 1 >= MostAttempts)
            await mine.ExecuteDeleteAsync(cancellation);
        else
            await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, now + Backoff.After(notice.Attempts + 1)), cancellation);
        if (!result.Succeeded)
            LogFailed(hub.Host, result.Message);
        return result.Succeeded;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub at {Host} could not be told of changed feeds: {Problem} Check Kiosk:WebSub:Hub; it is tried again")]
    private partial void LogFailed(string host, string problem);
}
