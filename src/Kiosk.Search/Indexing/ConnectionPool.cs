using System.Collections.Concurrent;

namespace Kiosk.Search.Indexing;

/// <summary>Read connections, kept open between searches.</summary>
internal sealed class ConnectionPool(IndexFile file)
{
    private const int Kept = 8;

    private readonly ConcurrentBag<Connection> _idle = [];

    /// <summary>Does something on a connection of its own, in one read transaction, so that all it sees is of one moment.</summary>
    public T Read<T>(Func<Connection, T> action)
    {
        if (!_idle.TryTake(out var connection))
            connection = file.Connect();
        var sound = false;
        try
        {
            connection.Execute("begin");
            var result = action(connection);
            connection.Execute("commit");
            sound = _idle.Count < Kept;
            return result;
        }
        finally
        {
            if (sound)
                _idle.Add(connection);
            else
                connection.Dispose();
        }
    }

    /// <summary>Closes the idle connections; the pool can be used again.</summary>
    public void Clear()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }
}
