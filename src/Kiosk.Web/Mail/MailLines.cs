using System.Net;
using System.Net.Mail;

namespace Kiosk.Web.Mail;

/// <summary>
/// Connections to the mail server, at most so many at once. The mail client keeps its connection between mails, so who brings a line back lets the next mail go without
/// greeting anew; a line that nobody took up for a while is hung up.
/// </summary>
internal sealed class MailLines(MailOptions mail, TimeProvider time) : IDisposable
{
    /// <summary>How long the server may think about a mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(mail.Connections);
    private readonly Stack<MailLine> _free = new();
    private readonly Lock _lock = new();
    private ITimer? _hangingUp;
    private int _lines;
    private int _open;
    private int _givenUp;
    private bool _closed;

    /// <summary>Lines that lead to the server now.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>A line of one's own, to be given back or broken off: one that is open if there is one.</summary>
    public async Task<MailLine> TakeAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        lock (_lock)
        {
            if (_free.TryPop(out var line))
                return line;
            _lines++;
        }

        var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Tls, Timeout = (int)Patience.TotalMilliseconds };
        if (mail.User is not null)
            client.Credentials = new NetworkCredential(mail.User, mail.Password);
        return new MailLine(client);
    }

    /// <summary>A mail went over it: it waits for the next.</summary>
    public void GiveBack(MailLine line)
    {
        lock (_lock)
        {
            if (!line.HasCarried)
                _open++;
            (line.HasCarried, line.LastUsed) = (true, time.GetUtcNow());
            if (!_closed)
                _free.Push(line);
            _hangingUp ??= time.CreateTimer(_ => HangUpIdle(), state: null, Idle, Idle);
        }

        if (_closed)
            HangUp(line);
        _places.Release();
    }

    /// <summary>It failed: the next mail gets another.</summary>
    public void BreakOff(MailLine line)
    {
        HangUp(line);
        _places.Release();
    }

    /// <summary>The server takes no more lines at once: there is one fewer until all is quiet, but for the last.</summary>
    /// <returns>Whether there are others.</returns>
    public bool GiveUp(MailLine line)
    {
        var others = HangUp(line) > 0;
        if (others)
            Interlocked.Increment(ref _givenUp);
        else
            _places.Release();
        return others;
    }

    public void Dispose()
    {
        lock (_lock)
            _closed = true;
        _hangingUp?.Dispose();
        HangUpIdle(all: true);
    }

    private void HangUpIdle(bool all = false)
    {
        List<MailLine> idle;
        lock (_lock)
        {
            var since = time.GetUtcNow() - Idle;
            idle = [.. _free.Where(line => all || line.LastUsed <= since)];
            var kept = _free.Except(idle).Reverse().ToList();
            _free.Clear();
            foreach (var line in kept)
                _free.Push(line);
        }

        foreach (var line in idle)
            HangUp(line);
        // All is quiet: try the full number again.
        if (Open == 0 && Interlocked.Exchange(ref _givenUp, 0) is > 0 and var places)
            _places.Release(places);
    }

    /// <returns>How many lines are left.</returns>
    private int HangUp(MailLine line)
    {
        line.Client.Dispose(); // Says QUIT if the conversation is whole.
        lock (_lock)
        {
            _open -= line.HasCarried ? 1 : 0;
            return --_lines;
        }
    }
}

/// <summary>One connection to the mail server, once a mail opened it.</summary>
internal sealed class MailLine(SmtpClient client)
{
    public SmtpClient Client { get; } = client;

    /// <summary>Whether a mail went over it: then the server knows us.</summary>
    public bool HasCarried { get; set; }

    public DateTimeOffset LastUsed { get; set; }
}
