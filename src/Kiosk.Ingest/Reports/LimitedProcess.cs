using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kiosk.Ingest.Reports;

/// <summary>Runs a program with limits on time, memory and output, without input, and with an environment of its own.</summary>
internal sealed class LimitedProcess(TimeSpan timeLimit, long memoryLimit, TimeProvider time)
{
    private const string Shell = "/bin/sh";

    // The limits come as arguments and the program with its own takes the shell's place, so that no word of it is read as a command.
    private const string Script = "ulimit -c 0; ulimit -t \"$1\"; ulimit -v \"$2\"; shift 2; exec \"$@\"";
    private const int MostErrors = 8 * 1024;

    /// <summary>Runs to the end or to a limit. A program that cannot be started has exit code 126.</summary>
    /// <param name="program">An absolute path.</param>
    /// <param name="arguments">Handed over as they are: no shell reads them.</param>
    /// <param name="outputLimit">In bytes.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    public async Task<ProcessRun> RunAsync(string program, IReadOnlyList<string> arguments, int outputLimit, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return new ProcessRun(126, [], problem.Message, IsCut: false, IsTimedOut: false);
        }

        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(timeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(process, outputLimit, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProcessRun(-1, [], "", IsCut: false, IsTimedOut: true);
        }
        finally
        {
            End(process);
        }
    }

    private ProcessStartInfo Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        var hasShell = File.Exists(Shell);
        start.FileName = hasShell ? Shell : program;
        // A second more of processor time than of time: it is the net under the clock.
        string[] limits = hasShell ? ["-c", Script, "sh", Whole(timeLimit.TotalSeconds + 1), Whole(memoryLimit / 1024d), program] : [];
        foreach (var argument in limits.Concat(arguments))
            start.ArgumentList.Add(argument);
        return start;
    }

    private static string Whole(double number) => Math.Ceiling(number).ToString("F0", CultureInfo.InvariantCulture);

    private static async Task<ProcessRun> FollowAsync(Process process, int outputLimit, CancellationToken cancellationToken)
    {
        var errors = BeginningAsync(process.StandardError.BaseStream, MostErrors, toTheEnd: true, cancellationToken);
        var output = await BeginningAsync(process.StandardOutput.BaseStream, outputLimit + 1, toTheEnd: false, cancellationToken);
        if (output.Length > outputLimit)
        {
            End(process);
            return new ProcessRun(-1, output[..outputLimit], "", IsCut: true, IsTimedOut: false);
        }

        await process.WaitForExitAsync(cancellationToken);
        return new ProcessRun(process.ExitCode, output, Encoding.UTF8.GetString(await errors), IsCut: false, IsTimedOut: false);
    }

    /// <summary>So many bytes; reads on without keeping them if a full pipe must not stop the program.</summary>
    private static async Task<byte[]> BeginningAsync(Stream stream, int most, bool toTheEnd, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var chunk = new byte[32 * 1024];
        int count;
        while ((count = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            kept.Write(chunk, 0, Math.Min(count, most - (int)kept.Length));
            if (kept.Length == most && !toTheEnd)
                break;
        }

        return kept.ToArray();
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself just now.
        }
    }
}
