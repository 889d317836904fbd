using System.Globalization;
using System.Runtime.InteropServices;

namespace Kiosk.Benchmarks.Proving;

/// <summary>On what it was measured.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var model = Line("/proc/cpuinfo", "model name")?.Split(": ")[^1] ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = Line("/proc/meminfo", "MemTotal")?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] is { } kilobytes ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 / 1024 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} × {model}, {memory:N0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
