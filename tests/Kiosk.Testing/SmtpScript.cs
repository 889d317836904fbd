using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kiosk.Testing;

/// <summary>How a mail server of a test behaves; unless told otherwise it takes everything. Replies are whole lines, such as <c>550 5.1.1 Weg</c>.</summary>
public sealed record SmtpScript
{
    /// <summary>What it opens with; anything but 220 ends the conversation.</summary>
    public string Greeting { get; init; } = "220 proef.example ESMTP";

    /// <summary>With it, STARTTLS is offered, and nothing is taken before it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>With it, nothing is taken before AUTH LOGIN.</summary>
    public NetworkCredential? Login { get; init; }

    /// <summary>What it says to a recipient; null takes her.</summary>
    public Func<string, string?> ToRecipient { get; init; } = static _ => null;

    /// <summary>What it says to a whole mail; null takes it.</summary>
    public Func<ReceivedMail, string?> ToMail { get; init; } = static _ => null;

    /// <summary>Whether it hangs up halfway the mail to a recipient.</summary>
    public Func<string, bool> HangsUpInMailTo { get; init; } = static _ => false;

    /// <summary>How long it thinks about a mail to a recipient before it answers.</summary>
    public Func<string, TimeSpan> ThinksAbout { get; init; } = static _ => TimeSpan.Zero;

    /// <summary>Hangs up without a word after so many mails.</summary>
    public int MailsPerConnection { get; init; } = int.MaxValue;

    /// <summary>False forgets the text of mails, for tens of thousands of them.</summary>
    public bool KeepsText { get; init; } = true;

    /// <summary>A certificate for 127.0.0.1 and localhost that nobody signed but itself, good for a day around now.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // Taken from its file form once more: only then can a TLS server use the key.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}

/// <summary>A mail that a <see cref="SmtpServer"/> took or was offered.</summary>
/// <param name="Sender">Of the envelope.</param>
/// <param name="Recipient">Of the envelope; the kiosk writes to one at a time.</param>
/// <param name="Connection">By which it came, from 1.</param>
/// <param name="MessageId">Empty if it has none.</param>
/// <param name="Text">As it came, dots unstuffed; empty if the script forgets texts.</param>
public sealed record ReceivedMail(string Sender, string Recipient, int Connection, string MessageId, string Text);
