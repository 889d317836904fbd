using System.Net.Mail;

namespace Kiosk.Web.Mail;

/// <summary>A mail did not go. The message is a Dutch sentence.</summary>
public sealed class MailRefusedException(Refusal refusal, Exception? cause = null) : SmtpException(refusal.Sentence, cause)
{
    public Refusal Refusal { get; } = refusal;
}
