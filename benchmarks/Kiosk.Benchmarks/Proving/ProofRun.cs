using System.Diagnostics;
using System.Globalization;

namespace Kiosk.Benchmarks.Proving;

/// <summary>Runs one step as a process of its own and writes down what came of it.</summary>
internal static class ProofRun
{
    /// <returns>False if it failed; the reason is in the book.</returns>
    public static async Task<bool> RunAsync(ProofStep step, string folder, ProofBook book)
    {
        Console.WriteLine($"{step}…");
        var (figures, log) = (Path.Combine(folder, "figures.tmp"), Path.Combine(folder, step.Key.Replace(' ', '-') + ".log"));
        File.Delete(figures);
        var clock = Stopwatch.StartNew();
        var (exit, most, lines) = await StartAsync(step, figures, log);
        var skipped = exit == 0 ? null : $"it ended with {exit}: {lines.LastOrDefault(line => line.Length > 0)}";
        book.Add(new ProofEntry(step.Part, step.Size, step.Key, TimeProvider.System.GetUtcNow(), clock.Elapsed.TotalSeconds, most, Load(), exit == 0 ? Results.Read(figures) : [],
            [.. lines.Where(line => line.StartsWith("no ", StringComparison.Ordinal))], skipped));
        File.Delete(figures);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {clock.Elapsed.TotalSeconds:N0} s, {most:N0} MB{(skipped is null ? "" : ", " + skipped)}"));
        return exit == 0;
    }

    private static async Task<(int Exit, double Most, List<string> Lines)> StartAsync(ProofStep step, string figures, string log)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProofRun).Assembly.Location, step.Part, .. step.Args]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Results.Variable] = figures;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var (lines, most) = (new List<string>(), 0d);
        await using var writer = new StreamWriter(log) { AutoFlush = true };
        var (output, errors) = (TakeAsync(process.StandardOutput), TakeAsync(process.StandardError));
        while (!process.HasExited)
        {
            most = Math.Max(most, ProcessMemory.MostResident(process.Id));
            await Task.Delay(200);
        }

        await Task.WhenAll(output, errors);
        return (process.ExitCode, most, lines);

        async Task TakeAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (lines)
                {
                    lines.Add(line);
                    writer.WriteLine(line);
                }
            }
        }
    }

    private static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
