using System.Diagnostics;
using System.Globalization;

namespace Kiosk.Web.Tests.CommandLine;

/// <summary>The program itself, as a process that can be killed.</summary>
internal sealed class KioskProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private KioskProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <param name="directory">Where it runs; its data goes to <c>data</c> in there unless told otherwise.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">Command and options.</param>
    public static KioskProcess Start(string directory, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "kiosk.dll"), .. arguments])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new KioskProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string directory, IReadOnlyDictionary<string, string> settings, string? input, params string[] arguments)
    {
        using var kiosk = Start(directory, settings, arguments);
        if (input is not null)
            await kiosk._process.StandardInput.WriteAsync(input);
        kiosk._process.StandardInput.Close();
        await kiosk._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (kiosk._process.ExitCode, await kiosk._output, await kiosk._error);
    }

    /// <summary>As <c>kill -9</c>: the process gets no chance to tidy up. Does nothing if it ended by itself.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public Task EndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits until it has ended, and says how many megabytes it ever held resident, as Linux keeps that.</summary>
    public async Task<double> MostResidentAsync()
    {
        _process.StandardInput.Close();
        var most = 0.0;
        while (!_process.HasExited)
        {
            most = Math.Max(most, Resident());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return most;
    }

    private double Resident()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // it ended between two looks
        }
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>All that it printed; waits until it has ended.</summary>
    public async Task<string> SaidAsync() => await _output + await _error;

    public void Dispose() => _process.Dispose();
}
