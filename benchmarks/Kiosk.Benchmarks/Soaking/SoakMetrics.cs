using System.Globalization;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>What <c>/metrics</c> says, read as a program would.</summary>
internal sealed class SoakMetrics(string text)
{
    public static async Task<SoakMetrics> ReadAsync(HttpClient client) => new(await client.GetStringAsync(new Uri("/metrics", UriKind.Relative)));

    /// <summary>The sum of all series whose name begins so.</summary>
    public double Sum(string name) => text.Split('\n')
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Sum(line => double.TryParse(line[(line.LastIndexOf(' ') + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0);
}
