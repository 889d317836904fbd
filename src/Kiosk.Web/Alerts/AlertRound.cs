using Kiosk.Web.Digests;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Alerts;

/// <summary>Finds, and then mails what is due. A node that sends no digests sends no alerts either.</summary>
public sealed class AlertRound(AlertFollower follower, AlertPost post, IOptions<DigestOptions> options)
{
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        await follower.CatchUpAsync(cancellation);
        if (options.Value.Send)
            await post.RunDueAsync(cancellation);
    }
}
