using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kiosk.Web.Mail;

/// <summary>A short mail to one person: paragraphs with at most one thing to do.</summary>
/// <param name="Before">Paragraphs above the link.</param>
/// <param name="Link">What to open, and the words on it; null if there is nothing to do.</param>
/// <param name="After">Paragraphs below it.</param>
public sealed record Letter(string To, string Subject, IReadOnlyList<string> Before, (Uri Address, string Words)? Link, IReadOnlyList<string> After)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

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
        var html = new StringBuilder($"<!DOCTYPE html>\r\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>{Html.Encode(Subject)}</title></head>\r\n<body>\r\n");
        Paragraphs(html, Before);
        if (Link is { } link)
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Html.Encode(link.Address.AbsoluteUri)}\"><strong>{Html.Encode(link.Words)}</strong></a></p>\r\n");
        Paragraphs(html, After);
        return html.Append("<p>de Kiosk</p>\r\n</body></html>\r\n").ToString();
    }

    private static void Paragraphs(StringBuilder html, IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(paragraph)}</p>\r\n");
    }
}
