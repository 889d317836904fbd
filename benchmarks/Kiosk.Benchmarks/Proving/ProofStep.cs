using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>One part of the proof.</summary>
/// <param name="Part">The benchmark.</param>
/// <param name="Size">Articles in the archive; 0 if they do not matter to it.</param>
/// <param name="Args">What the benchmark gets after its name.</param>
internal sealed record ProofStep(string Part, int Size, IReadOnlyList<string> Args)
{
    /// <summary>The words by which it is found again: another size of trial is another step.</summary>
    public string Key => string.Join(' ', Args.Prepend(Part));

    public override string ToString() => Size == 0 ? Key : string.Create(CultureInfo.InvariantCulture, $"{Part} at {Size:N0} articles");
}
