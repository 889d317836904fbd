using System.Globalization;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>An input that a parser could not bear.</summary>
/// <param name="Target">The parser.</param>
/// <param name="Number">Which of its inputs; with the seed it makes the same input again.</param>
/// <param name="Input">The bytes.</param>
/// <param name="Problem">What went wrong.</param>
internal sealed record FuzzFailure(string Target, long Number, byte[] Input, string Problem)
{
    /// <summary>The first line of the problem and the first line of ours in its stack: what is the same in two failures with one cause.</summary>
    public string Kind => string.Join(" | ", Problem.Split('\n').Where(static (line, at) => at == 0 || line.Contains("at Kiosk.", StringComparison.Ordinal)).Take(2).Select(static line => line.Trim()));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Target} at={Number} ({Input.Length} bytes): {Problem}");
}
