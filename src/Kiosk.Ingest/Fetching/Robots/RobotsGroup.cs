namespace Kiosk.Ingest.Fetching.Robots;

/// <summary>Rules, and whom they are for.</summary>
internal sealed class RobotsGroup
{
    public const string Everyone = "*";

    private readonly Dictionary<string, int> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int LinesAbove, TimeSpan Delay)> _delays = [];
    private int _lines;

    public List<RobotsRule> Rules { get; } = [];

    /// <summary>True once something followed the names: the next name begins a new group.</summary>
    public bool IsClosed { get; set; }

    public bool Names(string token) => _agents.ContainsKey(token);

    /// <summary>A line that names an agent, in both ways that it can be read.</summary>
    public void Add(string token, string word)
    {
        _agents.TryAdd(token, _lines);
        _agents.TryAdd(word, _lines++);
    }

    /// <summary>Only rules close a group (RFC 9309, 2.2.1), so a delay is for the names above it.</summary>
    public void Add(TimeSpan delay) => _delays.Add((_lines, delay));

    /// <summary>The longest one for a name that the group has; null if there is none.</summary>
    public TimeSpan? DelayOf(string token) =>
        _delays.Where(delay => delay.LinesAbove > _agents[token]).Max(static delay => (TimeSpan?)delay.Delay);
}
