namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Rules, and whom they are for.</summary>
internal sealed class RobotsGroup
{
    public const string Everyone = "*";

    /// <summary>Product tokens, each with the crawl delay that followed it.</summary>
    public Dictionary<string, TimeSpan?> Agents { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<RobotsRule> Rules { get; } = [];

    /// <summary>True once something followed the names: the next name begins a new group.</summary>
    public bool IsClosed { get; set; }
}
