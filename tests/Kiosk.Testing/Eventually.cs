using Xunit;

namespace Kiosk.Testing;

/// <summary>
/// Waits for what is certain to come, but not when. PostgreSQL shows the change feed only up to the oldest running transaction of the
/// whole server, so tests that run beside each other hold each other's feeds back for a moment.
/// </summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks again until the answer satisfies, and gives it; the last answer if it never does.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfies)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (satisfies(answer) || TimeProvider.System.GetElapsedTime(started) > Patience)
                return answer;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
