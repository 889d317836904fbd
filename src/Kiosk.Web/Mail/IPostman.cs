using System.Net.Mail;

namespace Kiosk.Web.Mail;

/// <summary>Takes mails to where they go: an SMTP server, or a directory.</summary>
public interface IPostman
{
    /// <summary>Ends once it is in other hands.</summary>
    /// <exception cref="SmtpException">It is not taken: <see cref="Refusal.Of(Exception, bool)"/> says why.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    Task DeliverAsync(MailMessage message, CancellationToken cancellation);

    /// <summary>Removes whatever is kept here of mails to an address.</summary>
    void Forget(string address);
}
