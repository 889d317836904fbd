using System.Text.Json;

namespace Kiosk.Benchmarks;

/// <summary>
/// What a benchmark measured, for whoever started it: a line of JSON for each figure, in the file that an environment variable names. Without it nothing is kept; what is printed
/// is for people.
/// </summary>
internal static class Results
{
    /// <summary>Names the file.</summary>
    public const string Variable = "KIOSK_BENCHMARK_RESULTS";

    private const string Kiosk = "kiosk";

    /// <param name="what">Was measured; the same words in every run.</param>
    /// <param name="unit">For instance <c>ms</c>.</param>
    /// <param name="who">A peer; null is the kiosk.</param>
    public static void Note(string what, double value, string unit, string? who = null)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
            File.AppendAllText(file, JsonSerializer.Serialize(new Figure(what, who ?? Kiosk, value, unit)) + "\n");
    }

    /// <summary>The 50th and 95th percentile and the processor time of something.</summary>
    public static void Note(string what, Timing timing, string? who = null)
    {
        Note(what + ", p50", timing.Median, "ms", who);
        Note(what + ", p95", timing.P95, "ms", who);
        Note(what + ", processor", timing.Processor, "ms", who);
    }

    /// <summary>What a run noted.</summary>
    public static IReadOnlyList<Figure> Read(string file) =>
        File.Exists(file) ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Figure>(line)!)] : [];
}

/// <param name="What">Was measured.</param>
/// <param name="Who">The kiosk, or a peer.</param>
internal sealed record Figure(string What, string Who, double Value, string Unit);
