using System.Text.Json;

namespace Kiosk.Benchmarks.Soaking;

/// <summary>The log of the kiosk, a JSON document a line: what it says as a warning or worse is a fault, for somebody should act on it.</summary>
internal static class SoakLog
{
    /// <summary>What is wrong according to a line; null if nothing is.</summary>
    public static string? Fault(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        using var entry = JsonDocument.Parse(line);
        var level = entry.RootElement.GetProperty("LogLevel").GetString();
        return level is "Warning" or "Error" or "Critical"
            ? $"{level}: {entry.RootElement.GetProperty("Message").GetString()} {(entry.RootElement.TryGetProperty("Exception", out var fault) ? fault.GetString() : "")}".TrimEnd()
            : null;
    }
}
