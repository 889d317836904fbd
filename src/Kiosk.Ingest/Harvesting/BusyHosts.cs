using System.Collections.Concurrent;

namespace Kiosk.Ingest.Harvesting;

/// <summary>The hosts that rounds are busy with, or wait for. Rounds may overlap: each gives back its own hosts and no others.</summary>
internal sealed class BusyHosts
{
    private readonly ConcurrentDictionary<string, object> _rounds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False if another round has the host.</summary>
    public bool TryTake(string host, object round) => _rounds.TryAdd(host, round);

    /// <summary>Does nothing if the host was given back already, whoever has it by now.</summary>
    public void GiveBack(string host, object round) => _rounds.TryRemove(KeyValuePair.Create(host, round));
}
