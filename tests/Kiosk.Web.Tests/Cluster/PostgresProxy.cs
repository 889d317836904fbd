using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kiosk.Web.Tests.Cluster;

/// <summary>Stands between nodes and PostgreSQL as the network does, and can be cut.</summary>
internal sealed class PostgresProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting;

    public PostgresProxy(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>Cuts every connection, and lets nobody in.</summary>
    public void Cut()
    {
        _listener.Stop();
        foreach (var socket in _open.Keys)
            socket.Close(0);
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Cut();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptSocketAsync(_ended.Token));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // It was cut.
        }
    }

    private async Task CarryAsync(Socket node)
    {
        using var database = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        node.NoDelay = true;
        try
        {
            (_open[node], _open[database]) = (0, 0);
            await database.ConnectAsync(_host, _port, _ended.Token);
            await Task.WhenAny(PourAsync(node, database), PourAsync(database, node));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One of both ends is gone, and so goes the other.
        }
        finally
        {
            _open.TryRemove(node, out _);
            _open.TryRemove(database, out _);
            node.Close(0);
        }
    }

    private async Task PourAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _ended.Token) is > 0 and var count)
                await to.SendAsync(buffer.AsMemory(0, count), _ended.Token);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection was cut.
        }
    }
}
