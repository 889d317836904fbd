namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Rules, and whom they are for.</summary>
internal sealed class RobotsGroup
{
    public const string Everyone = "*";

    private readonly Dictionary<string, int> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int AgentsAbove, TimeSpan Delay)> _delays = [];

    public List<RobotsRule> Rules { get; } = [];

    /// <summary>True once something followed the names: the next name begins a new group.</summary>
    public bool IsClosed { get; set; }

    public bool Names(string token) => _agents.ContainsKey(token);

    public void Add(string token) => _agents.TryAdd(token, _agents.Count);

    /// <summary>Only rules close a group (RFC 9309, 2.2.1), so a delay is for the names above it.</summary>
    public void Add(TimeSpan delay) => _delays.Add((_agents.Count, delay));

    /// <summary>The longest one for a name that the group has; null if there is none.</summary>
    public TimeSpan? DelayOf(string token) =>
        _delays.Where(delay => delay.AgentsAbove > _agents[token]).Max(static delay => (TimeSpan?)delay.Delay);
}
