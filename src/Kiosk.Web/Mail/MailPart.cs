using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Kiosk.Web.Mail;

/// <summary>The text and the HTML of a mail, in UTF-8 and lines that every server lets through.</summary>
internal static class MailPart
{
    public static AlternateView Text(string content) => Of(content, MediaTypeNames.Text.Plain);

    public static AlternateView Html(string content) => Of(content, MediaTypeNames.Text.Html);

    private static AlternateView Of(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
