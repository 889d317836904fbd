using System.Net.Mail;
using System.Net.Sockets;
using Kiosk.Web.Mail;

namespace Kiosk.Web.Tests.Mail;

public sealed class RefusalTests
{
    [Theory]
    [InlineData(550, "5.1.1 <noor@gemeente.example>: User unknown", RefusalKind.NoSuchMailbox)]
    [InlineData(550, "No such user here", RefusalKind.NoSuchMailbox)]
    [InlineData(550, "5.4.1 Recipient address rejected: Access denied", RefusalKind.NoSuchMailbox)]
    [InlineData(550, "5.2.1 The email account is disabled", RefusalKind.NoSuchMailbox)]
    [InlineData(501, "5.1.3 Bad recipient address syntax", RefusalKind.NoSuchMailbox)]
    [InlineData(552, "5.2.2 Mailbox full", RefusalKind.MailboxTrouble)]
    [InlineData(552, "Quota exceeded", RefusalKind.MailboxTrouble)]
    [InlineData(452, "4.2.2 Mailbox full", RefusalKind.MailboxTrouble)]
    [InlineData(452, "Mailbox full", RefusalKind.MailboxTrouble)]
    [InlineData(452, "4.3.1 Insufficient system storage", RefusalKind.LaterForDomain)]
    [InlineData(450, "4.2.1 Mailbox busy", RefusalKind.Later)]
    [InlineData(450, "4.7.1 Greylisted, come back in 300 seconds", RefusalKind.LaterForDomain)]
    [InlineData(451, "Local error", RefusalKind.LaterForDomain)]
    [InlineData(550, "5.7.1 Relaying denied", RefusalKind.Unwanted)]
    [InlineData(554, "5.7.1 Blocked, see 192.0.2.1", RefusalKind.Unwanted)]
    [InlineData(554, "Transaction failed", RefusalKind.Unwanted)]
    [InlineData(530, "5.7.0 Authentication required", RefusalKind.Closed)]
    [InlineData(535, "5.7.8 Bad credentials", RefusalKind.Closed)]
    [InlineData(553, "5.1.8 Sender address does not exist", RefusalKind.Closed)]
    [InlineData(421, "Too busy", RefusalKind.Closed)]
    public void What_a_server_says_decides_whose_trouble_it_is(int code, string words, RefusalKind kind) => Assert.Equal(kind, Refusal.Of(code, words).Kind);

    [Fact]
    public void What_is_no_answer_of_the_server_is_told_apart_too()
    {
        Assert.Equal(RefusalKind.Closed, Refusal.Of(new SmtpException("Failure sending mail.", new SocketException((int)SocketError.ConnectionRefused))).Kind);
        Assert.Equal(RefusalKind.Lost, Refusal.Of(new SmtpException("Failure sending mail.", new IOException("gone"))).Kind);
        Assert.Equal(Refusal.TooSlow, Refusal.Of(new SmtpException("The operation has timed out."), inTime: false));
        Assert.Equal(RefusalKind.Closed, Refusal.Of(new SmtpException("Server does not support secure connections.")).Kind);
    }

    [Fact]
    public void Words_of_a_server_stay_on_one_short_line()
    {
        var refusal = Refusal.Of(550, "5.1.1 Weg\r\nBcc: iedereen\u0007" + new string('x', 5000));
        Assert.DoesNotContain(refusal.Sentence, char.IsControl);
        Assert.InRange(refusal.Sentence.Length, 50, 300);
    }
}
