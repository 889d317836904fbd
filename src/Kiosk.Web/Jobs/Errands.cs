namespace Kiosk.Web.Jobs;

/// <summary>
/// Does work of one kind for as long as the kiosk is open: when its <see cref="Bell{TWork}"/> rings, and every so often, since another node may have
/// let go of something. What is to be done, and when, stands in the archive.
/// </summary>
internal sealed partial class Errands<TWork>(TWork work, Func<TWork, CancellationToken, Task> run, Bell<TWork> bell, TimeProvider time, ILogger<Errands<TWork>> logger) : BackgroundService
    where TWork : class
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leaves the start of the host free.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run(work, stoppingToken);
                await bell.WaitAsync(Rest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogFault(fault, typeof(TWork).Name, Rest.TotalSeconds);
                await Task.Delay(Rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} could not do what waits in the archive; trying again in {Seconds} seconds")]
    private partial void LogFault(Exception fault, string work, double seconds);
}

public static class ErrandRegistration
{
    /// <summary>Lets <paramref name="run"/> do work in the background. The <see cref="Bell{TWork}"/> is registered with what rings it.</summary>
    public static IServiceCollection AddErrand<TWork>(this IServiceCollection services, Func<TWork, CancellationToken, Task> run) where TWork : class =>
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<Errands<TWork>>(provider, run));
}
