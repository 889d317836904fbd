using System.Globalization;

namespace Kiosk.Benchmarks;

/// <summary>What Linux keeps of the memory of a process, in megabytes; 0 once it has gone.</summary>
internal static class ProcessMemory
{
    /// <summary>What it holds resident now.</summary>
    public static double Resident(int process) => Read(process, "VmRSS:");

    /// <summary>The most that it ever held resident.</summary>
    public static double MostResident(int process) => Read(process, "VmHWM:");

    private static double Read(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
