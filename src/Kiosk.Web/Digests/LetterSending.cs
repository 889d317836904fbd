using System.Net.Mail;
using Kiosk.Data.Digests;
using Kiosk.Data.Leases;
using Kiosk.Web.Digests.Writing;
using Kiosk.Web.Mail;

namespace Kiosk.Web.Digests;

/// <summary>Hands letters of one worker over and writes down what became of each: sent, bounced, to be tried later. Letters may go side by side.</summary>
internal sealed partial class LetterSending(DeliveryQueue queue, DigestMail mail, IPostman postman, DomainPace pace, TimeProvider time, string worker, ILogger logger)
{
    public const int MostAttempts = 8;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(45), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8),
    ];

    private readonly GroupCommit<Delivery, bool> _begun = new(async asked =>
    {
        var begun = await queue.BeginAsync(asked, worker, CancellationToken.None);
        return one => begun.Contains(one.Id);
    });

    private readonly GroupCommit<Delivery, bool> _sent = new(async asked =>
    {
        await Insistence.WriteAsync(queue.Lease, () => queue.SentAsync(asked, worker, CancellationToken.None), time);
        return static _ => true;
    });

    /// <summary>Hands one letter over.</summary>
    /// <param name="closed">Called with a Dutch sentence if the server takes nothing at all.</param>
    public async Task<LetterEnd> SendAsync(Delivery delivery, DigestLetter letter, Action<string> closed, CancellationToken cancellation)
    {
        if (letter.IsEmpty)
        {
            await queue.SettleAsync(delivery, worker, DeliveryState.Empty, "Er was niets over haar onderwerpen.", cancellation);
            return LetterEnd.Empty;
        }

        var domain = DomainOf(delivery.Subscriber!.Email);
        if (pace.RestOf(domain) is { } until)
        {
            await queue.PostponeAsync([delivery], worker, until, Patience(domain), uncounted: false, cancellation);
            return LetterEnd.Passed;
        }

        using var message = Written(delivery, letter);
        if (message is null)
        {
            await queue.SettleAsync(delivery, worker, DeliveryState.GivenUp, "Deze brief is niet te maken. De beheerder vindt de oorzaak in het logboek.", cancellation);
            return LetterEnd.Failed;
        }

        return await HandOverAsync(delivery, message, domain, closed, cancellation);
    }

    /// <summary>The part of an address behind the <c>@</c>.</summary>
    public static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..];

    private async Task<LetterEnd> HandOverAsync(Delivery delivery, MailMessage message, string domain, Action<string> closed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!await _begun.AskAsync(delivery))
            return LetterEnd.Passed;
        Refusal refusal;
        try
        {
            await postman.DeliverAsync(message, cancellation);
            pace.Accepted(domain);
            // Not to be stopped here: the letter is on its way.
            await _sent.AskAsync(delivery);
            return LetterEnd.Sent;
        }
        catch (OperationCanceledException)
        {
            // The round ended before its turn at the server came.
            await queue.PostponeAsync([delivery], worker, time.GetUtcNow(), delivery.Reason, uncounted: true, CancellationToken.None);
            throw;
        }
        catch (Exception problem) when (problem is SmtpException or IOException)
        {
            refusal = Refusal.Of(problem);
        }

        return await RefusedAsync(delivery, domain, refusal, closed);
    }

    /// <returns>Null if it cannot be written.</returns>
    private MailMessage? Written(Delivery delivery, DigestLetter letter)
    {
        try
        {
            return mail.Write(letter, delivery.Subscriber!, delivery.DigestId);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            // What the mail client takes for no address or no subject costs this letter, never the others.
            LogUnwritten(fault, delivery.Id);
            return null;
        }
    }

    private static string Patience(string domain) => $"{domain} vraagt om geduld.";

    private async Task<LetterEnd> RefusedAsync(Delivery delivery, string domain, Refusal refusal, Action<string> closed)
    {
        LogRefused(delivery.Id, refusal.Kind, refusal.Reply);
        delivery.Reason = refusal.Sentence;
        switch (refusal.Kind)
        {
            case RefusalKind.NoSuchMailbox:
                await queue.SettleAsync(delivery, worker, DeliveryState.HardBounced, refusal.Sentence, CancellationToken.None);
                return LetterEnd.Bounced;
            case RefusalKind.MailboxTrouble:
                await queue.SettleAsync(delivery, worker, DeliveryState.SoftBounced, refusal.Sentence, CancellationToken.None);
                return LetterEnd.Bounced;
            case RefusalKind.Closed:
                closed(refusal.Sentence);
                await queue.PostponeAsync([delivery], worker, time.GetUtcNow() + Waits[0], refusal.Sentence, uncounted: true, CancellationToken.None);
                return LetterEnd.Passed;
            case RefusalKind.LaterForDomain:
                var rest = pace.Rest(domain);
                await AgainAsync(delivery, refusal, rest);
                await queue.PostponeDomainAsync(domain, rest, Patience(domain), CancellationToken.None);
                return LetterEnd.Failed;
            default:
                await AgainAsync(delivery, refusal, time.GetUtcNow() + Waits[Math.Min(delivery.Attempts, Waits.Length - 1)]);
                return LetterEnd.Failed;
        }
    }

    private Task AgainAsync(Delivery delivery, Refusal refusal, DateTimeOffset at) => delivery.Attempts + 1 >= MostAttempts
        ? queue.SettleAsync(delivery, worker, DeliveryState.GivenUp, refusal.Sentence, CancellationToken.None)
        : queue.PostponeAsync([delivery], worker, at, refusal.Sentence, uncounted: false, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {Id} of the digest was refused ({Kind}): {Reply}")]
    private partial void LogRefused(long id, RefusalKind kind, string reply);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Id} of the digest could not be written")]
    private partial void LogUnwritten(Exception fault, long id);
}
