using System.Net;
using System.Net.Sockets;

namespace Kiosk.Ingest.Fetching;

/// <summary>
/// Opens every connection of the kiosk, and only to the public internet. A name is resolved once and the very addresses that were checked
/// are connected to, so that an answer that changes in between brings nothing.
/// </summary>
internal sealed class ConnectGuard(ResolveHost resolve, AllowedHosts allowed)
{
    /// <exception cref="ForbiddenAddressException">None of the host's addresses may be connected to.</exception>
    /// <exception cref="SocketException">The host has no address, or none of them answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var end = context.DnsEndPoint;
        var addresses = await AddressesAsync(end.Host, cancellationToken);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        if (!allowed.Contains(end.Host, end.Port))
            addresses = Array.FindAll(addresses, PublicInternet.Holds);
        if (addresses.Length == 0)
            throw new ForbiddenAddressException(end.Host);

        return await FirstThatAnswersAsync(addresses, end.Port, cancellationToken);
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? [address] : await resolve(host, cancellationToken);

    private static async Task<Stream> FirstThatAnswersAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await ConnectAsync(socket, new IPEndPoint(addresses[i], port), isLast: i == addresses.Length - 1, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                var another = i < addresses.Length - 1 && !cancellationToken.IsCancellationRequested;
                if (!another || e is not (SocketException or OperationCanceledException))
                    throw;
            }
        }
    }

    /// <summary>Every address but the last gets five seconds, so that a broken IPv6 route does not eat the whole time limit.</summary>
    private static async Task ConnectAsync(Socket socket, IPEndPoint end, bool isLast, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (!isLast)
            patience.CancelAfter(TimeSpan.FromSeconds(5));
        await socket.ConnectAsync(end, patience.Token);
    }
}

/// <summary>A host leads to no address on the public internet.</summary>
internal sealed class ForbiddenAddressException(string host) : Exception($"The host {host} is not on the public internet.")
{
    public string Host { get; } = host;
}
