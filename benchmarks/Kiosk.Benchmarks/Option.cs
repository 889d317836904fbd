namespace Kiosk.Benchmarks;

/// <summary>What was asked of a benchmark as <c>name=value</c>.</summary>
internal static class Option
{
    /// <summary>The value; null if it was not given.</summary>
    public static string? Of(string[] args, string name) =>
        args.FirstOrDefault(arg => arg.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
