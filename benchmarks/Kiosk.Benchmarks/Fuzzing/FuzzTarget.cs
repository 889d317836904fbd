namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>A parser that is tried.</summary>
/// <param name="Name">As after <c>only=</c>.</param>
/// <param name="Share">Its part of all inputs, against that of others: cheap ones get most.</param>
/// <param name="Inputs">Makes what it is tried with.</param>
/// <param name="Try">Reads one input, and throws if a promise of the parser does not hold.</param>
internal sealed record FuzzTarget(string Name, int Share, Mutator Inputs, Action<byte[]> Try);
