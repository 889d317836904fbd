using System.Globalization;
using System.Net;
using System.Text;

namespace Kiosk.Web.Reading;

/// <summary>The text of a report with a mark where each page begins, so that "p. 14" can be pointed at: <c>#p14</c>.</summary>
public static class ReportPages
{
    private const string Blank = "\n\n";

    /// <summary>Paragraphs of HTML; the text is encoded, nothing of it is markup.</summary>
    /// <param name="text">The whole text, an empty line between paragraphs.</param>
    /// <param name="starts">For each page, where in the text it begins. A page without text begins where the next one does.</param>
    public static string Marked(string text, IReadOnlyList<int> starts)
    {
        var html = new StringBuilder(text.Length + (text.Length / 8));
        var page = 0;
        for (var begin = 0; begin < text.Length;)
        {
            var blank = text.IndexOf(Blank, begin, StringComparison.Ordinal);
            var end = blank < 0 ? text.Length : blank;
            if (end > begin)
                AppendParagraph(html, text, begin, end, starts, ref page);
            begin = end + Blank.Length;
        }

        return html.ToString();
    }

    private static void AppendParagraph(StringBuilder html, string text, int begin, int end, IReadOnlyList<int> starts, ref int page)
    {
        html.Append("<p>");
        var done = begin;
        for (; page < starts.Count && starts[page] < end; page++)
        {
            var start = Math.Max(starts[page], done);
            html.Append(WebUtility.HtmlEncode(text[done..start])).Append(Mark(page + 1));
            done = start;
        }

        html.Append(WebUtility.HtmlEncode(text[done..end])).Append("</p>");
    }

    private static string Mark(int page) => string.Create(CultureInfo.InvariantCulture, $"""<span class="page-mark" id="p{page}">pagina {page}</span> """);
}
