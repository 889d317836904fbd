using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Kiosk.Web.Mail;

/// <summary>Hands mails to an SMTP server, one connection a mail.</summary>
internal sealed class SmtpPostman(IOptions<MailOptions> options) : IPostman
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task DeliverAsync(MailMessage message, CancellationToken cancellation)
    {
        var mail = options.Value;
        using var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.Tls };
        if (mail.User is not null)
            client.Credentials = new NetworkCredential(mail.User, mail.Password);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }

    public void Forget(string address)
    {
        // Nothing is kept of a mail that the server took.
    }
}
