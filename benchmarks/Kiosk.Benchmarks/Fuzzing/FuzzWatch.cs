using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kiosk.Benchmarks.Fuzzing;

/// <summary>
/// Remembers in a file which input is being tried, so that even a process that died of it (a stack that ran over) tells which; and ends the process if one
/// input takes forever.
/// </summary>
internal sealed class FuzzWatch : IDisposable
{
    private const int Width = 64;

    private readonly FileStream _now;
    private readonly Timer _timer;
    private readonly TimeSpan _hangs;
    private string _input = "";
    private long _since = Stopwatch.GetTimestamp();

    /// <param name="folder">Gets the file <c>now.txt</c>.</param>
    /// <param name="hangs">After this an input is taken to go on forever.</param>
    public FuzzWatch(string folder, TimeSpan hangs)
    {
        _hangs = hangs;
        _now = new FileStream(Path.Combine(folder, "now.txt"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Begin(string target, long number)
    {
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        _input = string.Create(CultureInfo.InvariantCulture, $"only={target} at={number}");
        RandomAccess.Write(_now.SafeFileHandle, Encoding.ASCII.GetBytes(_input.PadRight(Width) + "\n"), 0);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _now.Dispose();
    }

    private void Look()
    {
        if (_input.Length == 0 || Stopwatch.GetElapsedTime(Volatile.Read(ref _since)) < _hangs)
            return;
        Console.WriteLine($"  HANGS {_input}");
        Environment.Exit(2);
    }
}
