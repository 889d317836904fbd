using System.Globalization;

namespace Kiosk.Ingest.Harvesting;

/// <summary>How harvesting goes about.</summary>
public sealed record HarvestOptions
{
    /// <summary>Sources that are fetched at the same time by this node.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How long a node may be silent before another takes over its source, its letters, and, after twice as long, the page that it reads. Longer than any fetch, or a mail server, may take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The name by which this node claims sources; unique among nodes.</summary>
    public string Node { get; init; } = ThisMachine + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static string ThisMachine => Environment.MachineName + ":";

    /// <summary>The process that a node's name stands for; null if it is not on this machine.</summary>
    public static int? ProcessOnThisMachine(string node) =>
        node.StartsWith(ThisMachine, StringComparison.Ordinal) && int.TryParse(node.AsSpan(ThisMachine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? process
            : null;
}
