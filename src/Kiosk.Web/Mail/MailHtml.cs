using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kiosk.Web.Mail;

/// <summary>The HTML of a short mail: lines in a page without styles, which every mail program shows in a letter and colours of its own.</summary>
internal sealed class MailHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public MailHtml(string title) => Line($"<!DOCTYPE html>\r\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head>\r\n<body>");

    public static string Encode(string text) => Encoder.Encode(text);

    public static string Link(Uri address, string words) => $"<a href=\"{Encode(address.AbsoluteUri)}\">{Encode(words)}</a>";

    public MailHtml Paragraph(string text) => Line($"<p>{Encode(text)}</p>");

    /// <param name="html">As it should stand there.</param>
    public MailHtml Line(string html)
    {
        _html.Append(html).Append("\r\n");
        return this;
    }

    /// <summary>All of it, signed and closed.</summary>
    public override string ToString() => $"{_html}<p>de Kiosk</p>\r\n</body></html>\r\n";
}
