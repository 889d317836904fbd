using System.Runtime.InteropServices;
using Kiosk.Web.Hosting;

namespace Kiosk.Web.Tests.Operations;

public sealed class NativeHeapTests
{
    [Fact]
    public void The_C_library_is_told_where_it_can_be_and_elsewhere_nothing_breaks()
    {
        var isGlibc = OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        var isChosen = Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is { Length: > 0 };
        Assert.Equal(isGlibc && !isChosen, NativeHeap.KeepToFewArenas());
    }
}
