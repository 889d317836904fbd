namespace Kiosk.Web.Jobs;

/// <summary>Rung when work of one kind was put in the archive, so that it begins at once and not at the next look.</summary>
/// <typeparam name="TWork">What does that work.</typeparam>
public sealed class Bell<TWork> : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It was rung already, and nobody came yet.
        }
    }

    public void Dispose() => _rung.Dispose();

    /// <summary>Until it is rung, but no longer than this.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => _rung.WaitAsync(longest, cancellation);
}
