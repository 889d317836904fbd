namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>A parser did not throw, yet gave what it promises never to give.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
