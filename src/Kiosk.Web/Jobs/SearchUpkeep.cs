using Kiosk.Web.Searching;

namespace Kiosk.Web.Jobs;

/// <summary>Lets this node's thesaurus follow what editors change on any node, and writes down what was searched for, for as long as the kiosk is open.</summary>
public sealed partial class SearchUpkeep(SearchWords words, SearchDiary diary, TimeProvider time, ILogger<SearchUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(stoppingToken);
            await Task.Delay(Rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await words.RefreshAsync(cancellation);
            await diary.WriteAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The kiosk closes.
        }
        catch (Exception fault)
        {
            LogFault(fault, Rest.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The words of search could not be read from the archive, or questions not be counted; trying again in {Seconds} seconds")]
    private partial void LogFault(Exception fault, double seconds);
}
