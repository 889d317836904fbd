using System.Globalization;

namespace Kiosk.Ingest.Harvesting;

/// <summary>How harvesting goes about.</summary>
public sealed record HarvestOptions
{
    /// <summary>Sources that are fetched at the same time by this node.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How long a node may be silent before another takes over what it is at. Work may take longer: the lease is renewed meanwhile (<see cref="Data.Leases.Heartbeat"/>).</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The name by which this node claims sources; unique among nodes.</summary>
    public string Node { get; init; } = ThisMachine + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static string ThisMachine => Environment.MachineName + ":";

    /// <summary>The process that holds a lease; null if it is not on this machine.</summary>
    /// <param name="owner">A node, or a claim or worker of one: <c>machine:process/number</c>.</param>
    public static int? ProcessOnThisMachine(string owner) =>
        owner.StartsWith(ThisMachine, StringComparison.Ordinal) && int.TryParse(owner.Split('/')[0].AsSpan(ThisMachine.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? process
            : null;
}
