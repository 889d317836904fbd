using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>What is measured, in this order: what takes longest comes last.</summary>
internal static class ProofPlan
{
    private const int ItemsOfASource = 30;

    /// <param name="sizes">Of archives, the smallest first.</param>
    /// <param name="peers">Names, as the search benchmark takes them; null for all that there are.</param>
    public static IEnumerable<ProofStep> Steps(int[] sizes, string? peers)
    {
        // Trying it with small archives keeps the others small too.
        var most = sizes[^1];
        yield return new("feeds", 0, []);
        yield return new("extraction", 0, []);
        yield return new("harvest", 0, [Text(Math.Min(1_000, Math.Max(10, most / ItemsOfASource))), Text(ItemsOfASource)]);
        yield return new("digests", 0, [Text(Math.Min(10_000, most))]);
        yield return new("alerts", 0, [Text(Math.Min(10_000, most))]);
        yield return new("inbox", 0, [Text(Math.Min(10_000, most))]);
        foreach (var size in sizes)
        {
            yield return new("search", size, peers is null ? [Text(size)] : [Text(size), $"peers={peers}"]);
            foreach (var part in new[] { "stories", "rules", "editions", "pages" })
                yield return new(part, size, [Text(size)]);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
