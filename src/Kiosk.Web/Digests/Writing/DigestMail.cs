using System.Net.Mail;
using System.Text;
using Kiosk.Data.Digests;
using Kiosk.Web.Accounts;
using Kiosk.Web.Mail;
using Kiosk.Web.Reading;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Digests.Writing;

/// <summary>Puts a letter into an envelope: the headers by which mail programs and servers know what it is, and let people leave with one click.</summary>
public sealed class DigestMail(SubscriberLinks links, PublicAddress address, IOptions<MailOptions> mail, IOptions<DigestOptions> digest)
{
    private readonly MailAddress _from = new(mail.Value.From);

    /// <summary>The mail of a delivery. Made twice, it carries the same Message-ID.</summary>
    public MailMessage Write(DigestLetter letter, Subscriber subscriber, long digestId)
    {
        var foot = Foot(subscriber.Email, subscriber.ConsentedAt is { } since ? DutchTime.DayOf(since) : null);
        var message = Message(letter, foot, subscriber.Email, subscriber.PlainText);
        message.Headers["Message-ID"] = links.MessageId(subscriber.Id, digestId, _from.Host);
        message.Headers["X-Kiosk-Delivery"] = message.Headers["Message-ID"]; // Some servers give mails an id of their own.
        var mailbox = digest.Value.UnsubscribeMailbox is { } box ? $", <mailto:{box}?subject=afmelden>" : "";
        message.Headers["List-Unsubscribe"] = $"<{letter.Links.Leave}>{mailbox}";
        message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"; // RFC 8058
        message.Headers["Feedback-ID"] = $"{DigestCalendar.Name(letter.Week)}:weekbrief:kiosk:{_from.Host}";
        return message;
    }

    /// <summary>A test of a letter, to somebody of the editors.</summary>
    public MailMessage Test(DigestLetter letter, string to)
    {
        var message = Message(letter, Foot(email: null, since: null), to, plainText: false);
        message.Subject = $"[Proef] {letter.Subject}";
        message.Headers["Message-ID"] = $"<{Guid.NewGuid():N}@{_from.Host}>";
        return message;
    }

    /// <summary>What stands under a letter.</summary>
    public LetterFoot Foot(string? email, DateOnly? since) => new(email, since, digest.Value.Publisher, digest.Value.ReplyTo is not null);

    /// <param name="manage">The token in the subscriber's links; null in a preview.</param>
    public LetterLinks Links(DateOnly week, string? manage) => new(address.Of("/"), manage, week, digest.Value.Campaign ? VisitCounter.Word(week) : null);

    private MailMessage Message(DigestLetter letter, LetterFoot foot, string to, bool plainText)
    {
        var message = new MailMessage(_from, new MailAddress(to))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        if (digest.Value.ReplyTo is { } replies)
            message.ReplyToList.Add(new MailAddress(replies));
        message.Headers["List-Id"] = $"Weekbrief van de Kiosk <weekbrief.{_from.Host}>"; // RFC 2919
        message.Headers["Auto-Submitted"] = "auto-generated"; // RFC 3834: no holiday replies.
        if (plainText)
        {
            (message.Body, message.BodyEncoding, message.BodyTransferEncoding) = (LetterText.Write(letter, foot), Encoding.UTF8, System.Net.Mime.TransferEncoding.QuotedPrintable);
            return message;
        }

        message.AlternateViews.Add(MailPart.Text(LetterText.Write(letter, foot)));
        message.AlternateViews.Add(MailPart.Html(LetterHtml.Write(letter, foot)));
        return message;
    }
}
