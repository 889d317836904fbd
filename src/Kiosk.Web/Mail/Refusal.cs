using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Kiosk.Web.Mail;

/// <summary>That a mail did not go, and why: read from what the server said (RFC 5321, RFC 3463).</summary>
/// <param name="Reply">The server's words with its code, on one line; empty if it said nothing.</param>
public sealed record Refusal(RefusalKind Kind, string Reply)
{
    /// <summary>The server did not answer within the time that it gets.</summary>
    public static readonly Refusal TooSlow = new(RefusalKind.Lost, "geen antwoord op tijd");

    private const int LongestReply = 200;
    private const string BeforeReply = "The server response was: ";

    /// <summary>What happened, in Dutch, for who looks at deliveries.</summary>
    public string Sentence => (Kind switch
    {
        RefusalKind.NoSuchMailbox => "Het adres bestaat niet.",
        RefusalKind.MailboxTrouble => "De postbus is vol of dicht.",
        RefusalKind.Later => "De mailserver vraagt om geduld met dit adres.",
        RefusalKind.LaterForDomain => "De mailserver vraagt om geduld met dit domein.",
        RefusalKind.Unwanted => "De mailserver wil deze mail niet.",
        RefusalKind.Lost => "De verbinding viel weg of het antwoord bleef uit.",
        _ => "De mailserver neemt niets van ons aan.",
    } + (Reply.Length == 0 ? "" : $" Hij zei: {Reply}"));

    /// <summary>Reads what the mail client threw.</summary>
    /// <param name="inTime">False if it waited as long as it may.</param>
    public static Refusal Of(Exception problem, bool inTime = true) => problem switch
    {
        MailRefusedException { Refusal: var known } => known,
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } smtp => Of((int)smtp.StatusCode, Said(smtp.Message)),
        _ when !inTime => TooSlow,
        SmtpException { InnerException: SocketException socket } => new Refusal(RefusalKind.Closed, OneLine(socket.Message)),
        SmtpException { InnerException: AuthenticationException trust } => new Refusal(RefusalKind.Closed, OneLine(trust.Message)),
        SmtpException { InnerException: IOException } => new Refusal(RefusalKind.Lost, ""),
        _ => new Refusal(RefusalKind.Closed, OneLine(problem.Message)), // No TLS offered, an outbox that cannot be written.
    };

    /// <summary>Reads a reply.</summary>
    /// <param name="code">Three digits, as <c>550</c>.</param>
    public static Refusal Of(int code, string words) => new(KindOf(code, MailStatus.Find(words)), string.Create(CultureInfo.InvariantCulture, $"{code} {OneLine(words)}"));

    /// <summary>What a code means: the enhanced one says it best, the plain one where there is none.</summary>
    /// <param name="code">Three digits.</param>
    public static RefusalKind KindOf(int code, MailStatus? status) => (code, status) switch
    {
        (421 or 454 or 530 or 534 or 535 or 538, _) => RefusalKind.Closed,
        (_, { Class: 5, Subject: 1, Detail: 7 or 8 }) => RefusalKind.Closed, // Our own address is wrong.
        (_, { Class: 5, Subject: 1 } or { Class: 5, Subject: 2, Detail: 1 } or { Class: 5, Subject: 4, Detail: 1 or 4 }) => RefusalKind.NoSuchMailbox,
        (_, { Class: 5, Subject: 2, Detail: not 3 } or { Subject: 2, Detail: 2 }) => RefusalKind.MailboxTrouble,
        (_, { Class: 5, Subject: 3 or 5 or 6 or 7 } or { Class: 5, Subject: 2 }) => RefusalKind.Unwanted,
        (552, _) or (452, null) => RefusalKind.MailboxTrouble,
        (_, { Class: 5, Subject: 4 }) => RefusalKind.MailboxTrouble,
        (550 or 551 or 553, _) => RefusalKind.NoSuchMailbox,
        _ when code >= 500 => RefusalKind.Unwanted,
        (_, { Class: 4, Subject: 1 or 2 }) => RefusalKind.Later,
        _ => RefusalKind.LaterForDomain,
    };

    private static string Said(string message) => message.IndexOf(BeforeReply, StringComparison.Ordinal) is >= 0 and var at ? message[(at + BeforeReply.Length)..] : message;

    /// <summary>Whatever a server says ends up on pages and in logs: one line, and not a long one.</summary>
    internal static string OneLine(string text)
    {
        var line = Citing.OneLine.Of(text[..Math.Min(text.Length, 4 * LongestReply)]);
        return line.Length <= LongestReply ? line : line[..LongestReply] + "…";
    }
}
