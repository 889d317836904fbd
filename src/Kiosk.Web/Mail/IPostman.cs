using System.Net.Mail;

namespace Kiosk.Web.Mail;

/// <summary>Takes mails to where they go: an SMTP server, or a directory.</summary>
public interface IPostman
{
    /// <exception cref="SmtpException">The server does not take it.</exception>
    Task DeliverAsync(MailMessage message, CancellationToken cancellation);

    /// <summary>Removes whatever is kept here of mails to an address.</summary>
    void Forget(string address);
}
