namespace Kiosk.Web.Mail;

/// <summary>Why a mail did not go, as far as it matters for what to do next.</summary>
public enum RefusalKind
{
    /// <summary>There is no such mailbox: a hard bounce.</summary>
    NoSuchMailbox,

    /// <summary>Her mailbox is full or closed for now: a soft bounce.</summary>
    MailboxTrouble,

    /// <summary>The server asks for patience for this recipient alone.</summary>
    Later,

    /// <summary>The server asks for patience: whatever goes to this domain waits.</summary>
    LaterForDomain,

    /// <summary>The server will not have this mail from us. Nothing is wrong with her mailbox.</summary>
    Unwanted,

    /// <summary>The connection broke, or no answer came in time.</summary>
    Lost,

    /// <summary>The server takes no mail from us at all: it is down, or does not know us.</summary>
    Closed,
}
