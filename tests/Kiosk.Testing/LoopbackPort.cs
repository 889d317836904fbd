using System.Net;
using System.Net.Sockets;

namespace Kiosk.Testing;

/// <summary>For servers that must be told on which port of this machine to listen.</summary>
public static class LoopbackPort
{
    /// <summary>One on which nobody listens at this moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
