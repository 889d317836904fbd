using System.Net.Security;
using System.Text;

namespace Kiosk.Testing;

/// <summary>One connection of a <see cref="SmtpServer"/> (RFC 5321, STARTTLS of RFC 3207, AUTH LOGIN).</summary>
internal sealed class SmtpConversation(Stream stream, SmtpScript script, int number, Action<ReceivedMail> keep, CancellationToken stop) : IAsyncDisposable
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();
    private static readonly byte[] MailEnd = "\r\n.\r\n"u8.ToArray();

    private Stream _stream = stream;
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private string _sender = "";
    private string _recipient = "";
    private bool _signedIn;
    private int _mails;

    public async Task RunAsync()
    {
        await SayAsync(script.Greeting);
        if (!script.Greeting.StartsWith("220", StringComparison.Ordinal))
            return;
        while (_mails < script.MailsPerConnection && await ReadAsync(LineEnd) is { } line && await AnswerAsync(line))
        {
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <returns>False ends the conversation.</returns>
    private async Task<bool> AnswerAsync(string line)
    {
        switch (line.Split(' ', 2)[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(Offers());
                return true;
            case "STARTTLS":
                await SayAsync("220 2.0.0 Go ahead");
                await EncryptAsync();
                return true;
            case "AUTH":
                return await SignInAsync(line);
            case "MAIL":
                return await SayAsync(Objection() ?? Begin(line));
            case "RCPT":
                _recipient = Address(line);
                return await SayAsync(script.ToRecipient(_recipient) ?? "250 2.1.5 Ok");
            case "DATA":
                return await TakeAsync();
            case "QUIT":
                await SayAsync("221 2.0.0 Bye");
                return false;
            default:
                return await SayAsync("250 2.0.0 Ok");
        }
    }

    private string Offers() => script switch
    {
        { Certificate: not null } when _stream is not SslStream => "250-proef.example\r\n250 STARTTLS",
        { Login: not null } => "250-proef.example\r\n250-8BITMIME\r\n250 AUTH LOGIN",
        _ => "250-proef.example\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES",
    };

    private string? Objection() => script switch
    {
        { Certificate: not null } when _stream is not SslStream => "530 5.7.0 Must issue a STARTTLS command first",
        { Login: not null } when !_signedIn => "530 5.7.0 Authentication required",
        _ => null,
    };

    private string Begin(string line)
    {
        _sender = Address(line);
        return "250 2.1.0 Ok";
    }

    private async Task EncryptAsync()
    {
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, stop);
        _stream = encrypted;
    }

    private async Task<bool> SignInAsync(string line)
    {
        var user = line.Split(' ') is [_, _, var given] ? given : "";
        await SayAsync("334 UGFzc3dvcmQ6");
        var password = await ReadAsync(LineEnd) ?? "";
        _signedIn = script.Login is { } login && Decoded(user) == login.UserName && Decoded(password) == login.Password;
        return await SayAsync(_signedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Bad credentials");
    }

    private async Task<bool> TakeAsync()
    {
        await SayAsync("354 Go ahead");
        if (script.HangsUpInMailTo(_recipient))
        {
            await FillAsync();
            return false;
        }

        if (await ReadAsync(MailEnd) is not { } text)
            return false;
        await Task.Delay(script.ThinksAbout(_recipient), stop);
        var mail = new ReceivedMail(_sender, _recipient, number, MessageId(text), script.KeepsText ? text.Replace("\r\n..", "\r\n.", StringComparison.Ordinal) : "");
        if (script.ToMail(mail) is { } refusal)
            return await SayAsync(refusal);
        keep(mail);
        _mails++;
        return await SayAsync("250 2.0.0 Queued");
    }

    private static string MessageId(string text)
    {
        const string Name = "\nmessage-id:";
        var whole = "\n" + text;
        var at = whole.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : whole[(at + Name.Length)..].Split('\r', 2)[0].Trim();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private async Task<bool> SayAsync(string reply)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(reply + "\r\n"), stop);
        return true;
    }

    /// <summary>What comes before an end; null if the client hangs up first.</summary>
    private async Task<string?> ReadAsync(byte[] end)
    {
        for (var scanned = 0; ;)
        {
            if (_buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf(end) is >= 0 and var at)
            {
                var found = Encoding.Latin1.GetString(_buffer, _start, scanned + at);
                _start += scanned + at + end.Length;
                return found;
            }

            scanned = Math.Max(0, _end - _start - end.Length + 1);
            if (!await FillAsync())
                return null;
        }
    }

    private async Task<bool> FillAsync()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var count = await _stream.ReadAsync(_buffer.AsMemory(_end), stop);
        _end += count;
        return count > 0;
    }
}
