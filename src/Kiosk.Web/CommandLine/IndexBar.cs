using Kiosk.Ingest.Indexing;

namespace Kiosk.Web.CommandLine;

/// <summary>Brings the search index up to date behind a bar, so that a command returns when what it stored can be found.</summary>
internal static class IndexBar
{
    /// <returns>Articles that were put in or taken out.</returns>
    public static Task<int> CatchUpAsync(IServiceProvider services, string title, CancellationToken cancellation) =>
        Terminal.WithBarAsync(title, 1, report => services.GetRequiredService<IndexFollower>()
            .CatchUpAsync(new Progress<(int Done, int Total)>(step => report(step.Done, step.Total)), cancellation));
}
