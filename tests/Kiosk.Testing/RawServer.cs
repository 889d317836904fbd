using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kiosk.Testing;

/// <summary>A server on a free port of 127.0.0.1 that sends whatever bytes a test wants, HTTP or not.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly Task _running;

    private RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _running = AcceptAsync();
    }

    public string Host => _listener.LocalEndpoint.ToString()!;

    public string Url => $"http://{Host}/";

    /// <summary>Calls <paramref name="answer"/> for each connection once its request has come, and closes the connection after it.</summary>
    public static RawServer Start(Func<Stream, CancellationToken, Task> answer) => new(answer);

    /// <summary>Sends these bytes, one for each character, to everyone.</summary>
    public static RawServer Start(string answer) =>
        Start(async (stream, cancellationToken) => await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                await ReadRequestAsync(stream);
                await _answer(stream, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var chunk = new byte[4096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(chunk, _stop.Token);
            if (count == 0)
                return;
            request.Append(Encoding.Latin1.GetString(chunk, 0, count));
        }
    }
}
