using Kiosk.Ingest.Indexing;

namespace Kiosk.Web.Jobs;

/// <summary>Lets this node's index follow the archive, at most a second behind, for as long as the kiosk is open.</summary>
public sealed partial class IndexFollowing(IndexFollower follower, TimeProvider time, ILogger<IndexFollowing> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leaves the start of the host free: the first filling may take a while.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = Rest;
            try
            {
                await follower.CatchUpAsync(progress: null, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogFault(fault, RestAfterFault.TotalSeconds);
                rest = RestAfterFault;
            }

            await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not follow the archive; trying again in {Seconds} seconds")]
    private partial void LogFault(Exception fault, double seconds);
}
