using System.Net.Mail;
using System.Text;

namespace Kiosk.Web.Mail;

/// <summary>A short mail to one person: paragraphs with at most one thing to do.</summary>
/// <param name="Before">Paragraphs above the link.</param>
/// <param name="Link">What to open, and the words on it; null if there is nothing to do.</param>
/// <param name="After">Paragraphs below it.</param>
public sealed record Letter(string To, string Subject, IReadOnlyList<string> Before, (Uri Address, string Words)? Link, IReadOnlyList<string> After)
{
    /// <summary>The mail as it is sent: plain text and simple HTML that say the same, in UTF-8. The mail client of .NET adds the date.</summary>
    public MailMessage ToMessage(MailAddress from)
    {
        var message = new MailMessage(from, new MailAddress(To))
        {
            Subject = Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{Guid.NewGuid():N}@{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated"; // RFC 3834: no holiday replies.
        message.AlternateViews.Add(MailPart.Text(AsText()));
        message.AlternateViews.Add(MailPart.Html(AsHtml()));
        return message;
    }

    private string AsText() =>
        string.Join("\r\n\r\n", [.. Before, .. Link is { } link ? [$"{link.Words}:\r\n{link.Address}"] : Array.Empty<string>(), .. After, "de Kiosk"]) + "\r\n";

    private string AsHtml()
    {
        var html = new MailHtml(Subject);
        foreach (var paragraph in Before)
            html.Paragraph(paragraph);
        if (Link is { } link)
            html.Line($"<p><strong>{MailHtml.Link(link.Address, link.Words)}</strong></p>");
        foreach (var paragraph in After)
            html.Paragraph(paragraph);
        return html.ToString();
    }
}
