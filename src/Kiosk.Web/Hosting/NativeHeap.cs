using System.Runtime.InteropServices;

namespace Kiosk.Web.Hosting;

/// <summary>
/// What native code asks memory of: SQLite keeps its pages there. The C library of most Linux systems gives nearly each thread an arena of its own, and each keeps what was
/// once asked of it: in half an hour they held 216 MB of which 26 were in use. With few of them, what one thread gives back the next one takes.
/// </summary>
public static class NativeHeap
{
    /// <summary><c>M_ARENA_MAX</c> of glibc's malloc.h (man 3 mallopt).</summary>
    private const int ArenaMax = -8;

    private const int Arenas = 2;

    /// <summary>To be called first of all: arenas that exist already stay.</summary>
    /// <returns>False where the C library is another one, or the operator chose by <c>MALLOC_ARENA_MAX</c>.</returns>
    public static bool KeepToFewArenas()
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is { Length: > 0 })
            return false;
        try
        {
            return SetOption(ArenaMax, Arenas) == 1;
        }
        catch (Exception other) when (other is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
