using System.Collections.Concurrent;

namespace Kiosk.Web.Operations;

/// <summary>Does the round of all checks, and remembers since when each thing stands as it does.</summary>
public sealed class Rounds(IEnumerable<ICheck> checks, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Name, FindingState State), DateTimeOffset> _since = new();

    /// <summary>What all checks find now, the worst first.</summary>
    public async Task<IReadOnlyList<(Finding Finding, DateTimeOffset Since)>> LookAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var check in checks)
            findings.AddRange(await check.LookAsync(thorough: false, cancellation));
        var now = time.GetUtcNow();
        var standing = findings.Select(finding => (finding.Name, finding.State)).ToHashSet();
        foreach (var gone in _since.Keys.Where(key => !standing.Contains(key)))
            _since.TryRemove(gone, out _);
        return [.. findings.Select(finding => (finding, _since.GetOrAdd((finding.Name, finding.State), now))).OrderByDescending(found => found.finding.State)];
    }
}
