using System.Diagnostics;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Mail;

/// <summary>Hands mails to an SMTP server, several at once over connections that are kept.</summary>
internal sealed class SmtpPostman(IOptions<MailOptions> options, MailServerRest rest, TimeProvider time) : IPostman, IDisposable
{
    private readonly MailLines _lines = new(options.Value, time);

    public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
    {
        if (options.Value.ReturnPath is { Length: > 0 } returns)
            message.Sender = new MailAddress(returns);
        for (var first = true; ; first = false)
        {
            var line = await _lines.TakeAsync(cancellation);
            if (await TryAsync(line, message) is not { } problem)
            {
                rest.End();
                _lines.GiveBack(line);
                return;
            }

            if (await AfterAsync(line, problem, first, cancellation) is { } refusal)
            {
                if (refusal.Kind == RefusalKind.Closed)
                    rest.Begin(refusal.Sentence);
                throw new MailRefusedException(refusal, problem.Cause);
            }
        }
    }

    public void Forget(string address)
    {
        // Nothing is kept of a mail that the server took.
    }

    public void Dispose() => _lines.Dispose();

    /// <returns>Null if the server took it.</returns>
    private static async Task<(Refusal Refusal, Exception Cause)?> TryAsync(MailLine line, MailMessage message)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            // The asynchronous way heeds no time limit while the server thinks about a whole mail, and occupies a thread of the pool meanwhile; so it gets a thread of its own.
            await Task.Factory.StartNew(() => line.Client.Send(message), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return null;
        }
        catch (SmtpException problem)
        {
            return (Refusal.Of(problem, inTime: Stopwatch.GetElapsedTime(start) < MailLines.Patience), problem);
        }
        catch (Exception problem) when (problem is IOException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            return (problem is System.Security.Authentication.AuthenticationException ? Refusal.Of(new SmtpException(problem.Message, problem)) : new Refusal(RefusalKind.Lost, ""), problem);
        }
    }

    /// <returns>Null if the mail should go over another line at once.</returns>
    private async Task<Refusal?> AfterAsync(MailLine line, (Refusal Refusal, Exception Cause) problem, bool first, CancellationToken cancellation)
    {
        var (refusal, carried) = (problem.Refusal, line.HasCarried);
        // Some let everybody in, and say only later that there are too many of us. Who is alone by now was counted with others that have hung up since.
        if (MailStatus.Find(refusal.Reply) is { Class: 4, Subject: 3, Detail: 2 })
            return _lines.GiveUp(line) || first ? null : refusal;

        // A server hangs up on who was silent, or after so many mails. That says nothing about this mail, which goes again under the same Message-ID.
        if (carried)
        {
            _lines.BreakOff(line);
            return refusal.Kind == RefusalKind.Closed || (refusal.Kind == RefusalKind.Lost && refusal != Refusal.TooSlow) ? null : refusal;
        }

        // The mail client does not tell what was said at the door from what was said about the mail.
        var greeting = IsOfTheMail(refusal) ? "220" : await MailGreeting.ReadAsync(options.Value, time, cancellation);
        if (MailGreeting.IsWelcome(greeting))
        {
            _lines.BreakOff(line);
            return refusal.Kind == RefusalKind.Closed && refusal.Reply.StartsWith("421", StringComparison.Ordinal) ? refusal with { Kind = RefusalKind.LaterForDomain } : refusal;
        }

        if (greeting is { Length: > 0 } && _lines.Open > 0)
            return _lines.GiveUp(line) ? null : new Refusal(RefusalKind.Closed, Refusal.OneLine(greeting));
        _lines.BreakOff(line);
        return new Refusal(RefusalKind.Closed, greeting is { Length: > 0 } ? Refusal.OneLine(greeting) : refusal.Reply);
    }

    /// <summary>Whether the refusal is about the mail or its recipient beyond doubt, or about a connection that never came.</summary>
    private static bool IsOfTheMail(Refusal refusal) =>
        refusal.Kind is RefusalKind.NoSuchMailbox or RefusalKind.MailboxTrouble or RefusalKind.Later
        || (refusal.Kind == RefusalKind.Closed && !refusal.Reply.StartsWith("421", StringComparison.Ordinal));
}
