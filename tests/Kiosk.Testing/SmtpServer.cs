using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kiosk.Testing;

/// <summary>A mail server on a free port of 127.0.0.1 that speaks SMTP as its script says, and remembers what it took.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentDictionary<int, Task> _open = new();
    private readonly Task _running;
    private SmtpScript _script;
    private int _connections;
    private int _stopped;

    private SmtpServer(SmtpScript script)
    {
        _script = script;
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it took, in that order.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>How many mails it took.</summary>
    public int Count => _mails.Count;

    /// <summary>How many connections came in ever.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many are open now.</summary>
    public int OpenConnections => _open.Count(static pair => !pair.Value.IsCompleted);

    public static SmtpServer Start(SmtpScript? script = null) => new(script ?? new SmtpScript());

    /// <summary>Behaves otherwise from the next connection on.</summary>
    public void Become(SmtpScript script) => Volatile.Write(ref _script, script);

    /// <summary>Stops for good; a test may do so before its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1)
            return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        await Task.WhenAll(_open.Values);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var number = Interlocked.Increment(ref _connections);
                _open[number] = TalkAsync(client, number);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client, int number)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await using var conversation = new SmtpConversation(client.GetStream(), Volatile.Read(ref _script), number, _mails.Enqueue, _stop.Token);
                await conversation.RunAsync();
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or did not trust us, or the test is over.
            }
        }
    }
}
