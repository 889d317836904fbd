namespace Kiosk.Web.Tests.Bounces;

/// <summary>Returned mail as servers write it.</summary>
internal static class BounceMails
{
    /// <summary>As Postfix writes it.</summary>
    /// <param name="id">The Message-ID of the returned mail.</param>
    public static string Postfix(string id, string status = "5.1.1", string diagnosis = "smtp; 550 5.1.1 <noor@gemeente.example>: Recipient address rejected: User unknown", string action = "failed") => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: kiosk@kiosk.example
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="9A1B2.1700000000/mx.example"
        Message-Id: <20261124063100.1@mx.example>

        This is a MIME-encapsulated message.

        --9A1B2.1700000000/mx.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --9A1B2.1700000000/mx.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example
        X-Postfix-Queue-ID: 9A1B2
        Arrival-Date: Tue, 24 Nov 2026 06:30:59 +0000 (UTC)

        Final-Recipient: rfc822; noor@gemeente.example
        Original-Recipient: rfc822;noor@gemeente.example
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mail.gemeente.example
        Diagnostic-Code: {diagnosis}

        --9A1B2.1700000000/mx.example
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Received: from kiosk.example by mx.example
        From: de Kiosk <kiosk@kiosk.example>
        Subject: Weekbrief 48
        Message-ID:
         {id}
        To: noor@gemeente.example

        --9A1B2.1700000000/mx.example--
        """;

    /// <summary>As Exchange writes it: the returned mail has another id, and the report is what it answers.</summary>
    public static string Exchange(string id) => $"""
        From: <postmaster@gemeente.example>
        To: <kiosk@kiosk.example>
        Content-Type: multipart/report; report-type=delivery-status; boundary=grens
        In-Reply-To: {id}
        Subject: Onbestelbaar: Weekbrief 48

        --grens
        Content-Type: multipart/alternative; boundary=binnen

        --binnen
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: base64

        VXcgYmVyaWNodCBpcyBuaWV0IGJlem9yZ2Q=
        --binnen
        Content-Type: text/html

        <p>Uw bericht is niet bezorgd</p>
        --binnen--
        --grens
        Content-Type: message/delivery-status

        Reporting-MTA: dns;MX01.gemeente.example

        Final-Recipient: RFC822;noor@gemeente.example
        Action: failed
        Status: 5.2.2
        Diagnostic-Code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver

        --grens
        Content-Type: message/rfc822

        Message-ID: <eigen@gemeente.example>
        Subject: Weekbrief 48

        Tekst
        --grens--
        """;

    /// <summary>A complaint, as RFC 5965 shows it.</summary>
    public static string Complaint(string id, string type = "abuse") => $"""
        From: <abusedesk@example.com>
        To: <kiosk@kiosk.example>
        Subject: FW: Weekbrief
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report;
          boundary="part1_13d.2e68ed54_boundary"

        --part1_13d.2e68ed54_boundary
        Content-Type: text/plain; charset="US-ASCII"

        This is an email abuse report.
        --part1_13d.2e68ed54_boundary
        Content-Type: message/feedback-report

        Feedback-Type: {type}
        User-Agent: SomeGenerator/1.0
        Version: 1

        --part1_13d.2e68ed54_boundary
        Content-Type: message/rfc822
        Content-Disposition: inline

        From: <kiosk@kiosk.example>
        To: <verborgen>
        Subject: Weekbrief
        X-Kiosk-Delivery: {id}
        Message-ID: <ses-maakt-er-iets-anders-van@example>

        Tekst

        --part1_13d.2e68ed54_boundary--
        """;
}
