using System.Globalization;
using System.Text.RegularExpressions;
using Kiosk.Web.Mail;

namespace Kiosk.Web.Bounces;

/// <summary>What a mail server tells of a mail of ours that it took before: that it did not arrive (RFC 3464), or that somebody complained (RFC 5965).</summary>
/// <param name="Kind">What it comes to.</param>
/// <param name="Names">Where the returned mail is named: texts in which its Message-ID may stand.</param>
/// <param name="Words">Status and diagnosis on one line; empty if there are none.</param>
public sealed partial record BounceReport(BounceKind Kind, string Names, string Words)
{
    private static readonly string[] Returned = ["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"];

    /// <summary>Reads a mail.</summary>
    /// <returns>Null if it is no such report.</returns>
    public static BounceReport? Read(ReadOnlySpan<byte> mail)
    {
        try
        {
            return Read(MimePart.Parse(mail));
        }
        catch (RegexMatchTimeoutException)
        {
            return null; // Made to be slow: nobody's report.
        }
    }

    private static BounceReport? Read(MimePart mail)
    {
        var parts = mail.All();
        var named = string.Join(' ', parts.Where(part => Returned.Contains(part.Type)).Select(part => MimePart.Parse(part.Body)).SelectMany(IdsOf).Concat([mail["in-reply-to"], mail["references"]]));
        if (parts.FirstOrDefault(part => part.Type == "message/feedback-report") is { } feedback)
            return OfFeedback(MimePart.Fields(feedback.Body), named);
        return parts.FirstOrDefault(part => part.Type is "message/delivery-status" or "message/global-delivery-status") is { } status ? OfStatus(status.Body, named) : null;
    }

    private static IEnumerable<string> IdsOf(MimePart returned) => [returned["x-kiosk-delivery"], returned["message-id"]];

    private static BounceReport OfFeedback(IReadOnlyDictionary<string, string> fields, string named)
    {
        var type = fields.GetValueOrDefault("feedback-type", "");
        return new BounceReport(type.ToLowerInvariant() is "abuse" or "fraud" or "opt-out" ? BounceKind.Complaint : BounceKind.Nothing, named, Refusal.OneLine(type));
    }

    /// <summary>The first group of fields is about the mail, each further one about a recipient.</summary>
    private static BounceReport OfStatus(string body, string named)
    {
        var failed = BlankLines().Split(body.Trim('\n')).Skip(1).Select(MimePart.Fields).FirstOrDefault(fields => fields.GetValueOrDefault("action", "").StartsWith("failed", StringComparison.OrdinalIgnoreCase));
        if (failed is null)
            return new BounceReport(BounceKind.Nothing, named, "");
        var (told, diagnosis) = (failed.GetValueOrDefault("status", ""), failed.GetValueOrDefault("diagnostic-code", ""));
        var status = MailStatus.Find(told) is { Subject: not 0 } plain ? plain : MailStatus.Find(diagnosis) ?? MailStatus.Find(told);
        return new BounceReport(KindOf(status, diagnosis), named, Refusal.OneLine($"{told} {diagnosis}".Trim()));
    }

    private static BounceKind KindOf(MailStatus? status, string diagnosis)
    {
        var code = ReplyCode().Match(diagnosis) is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : status is { Class: 4 } ? 450 : 550;
        return status is { Class: 4 } ? BounceKind.Soft : Refusal.KindOf(code, status) switch
        {
            RefusalKind.NoSuchMailbox => BounceKind.Hard,
            RefusalKind.MailboxTrouble or RefusalKind.Later or RefusalKind.LaterForDomain => BounceKind.Soft,
            _ => BounceKind.Unwanted,
        };
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<![\d.])[245]\d\d(?![\d.])", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex ReplyCode();
}

/// <summary>What a report comes to.</summary>
public enum BounceKind
{
    /// <summary>There is no such mailbox.</summary>
    Hard,

    /// <summary>It did not arrive for a reason that may pass.</summary>
    Soft,

    /// <summary>The receiving server would not have it from us; her mailbox is all right.</summary>
    Unwanted,

    /// <summary>She called it spam: she wants no more.</summary>
    Complaint,

    /// <summary>Nothing needs doing: it is delayed, or it did arrive.</summary>
    Nothing,
}
