using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kiosk.Web.Reading;

namespace Kiosk.Web.Digests.Writing;

/// <summary>
/// A letter as HTML that mail programs can show: tables for Outlook, everything that must work in the line, a block of styles for dark and narrow
/// alone, no picture and nothing from elsewhere.
/// </summary>
public static class LetterHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="foot">To whom it goes and who sends it.</param>
    public static string Write(DigestLetter letter, LetterFoot foot)
    {
        var html = new StringBuilder(32 * 1024);
        html.Append(LetterStyle.Head(Encode($"{letter.Name} van de Kiosk")))
            .Append(CultureInfo.InvariantCulture, $"<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;\">{Encode(letter.Preview)}</div>\r\n")
            .Append(LetterStyle.Opening);
        Title(html, letter);
        Introduction(html, letter);
        Summary(html, letter);
        foreach (var section in letter.Sections)
            Section(html, letter, section);
        Extras(html, letter);
        html.Append(LetterStyle.End(Encode($"Volgende keer weer. {(foot.TakesAnswers ? "Iets te zeggen over deze brief? Antwoord gewoon op deze mail." : "")}".TrimEnd())));
        Foot(html, letter, foot);
        return html.Append(LetterStyle.Closing).ToString().ReplaceLineEndings("\r\n");
    }

    private static void Title(StringBuilder html, DigestLetter letter) => html.Append(CultureInfo.InvariantCulture, $"""
        <tr><td style="padding:0 0 18px 0;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
        <td valign="bottom"><h1 class="ink big" style="margin:0;font:700 52px/52px {LetterStyle.Serif};letter-spacing:-2px;color:#16211c;"><span class="brand" style="font-weight:400;font-style:italic;color:#0c5340;">de</span> Kiosk</h1></td>
        <td valign="bottom" align="right" class="soft" style="font:400 14px/20px {LetterStyle.Sans};color:#4b584f;">{Encode(letter.Name.ToLowerInvariant())}<br>{Encode(DutchTime.Weekday(letter.Day.DayOfWeek))}<br>{Encode(DutchTime.Date(letter.Day))}</td>
        </tr></table></td></tr>

        """);

    private static void Introduction(StringBuilder html, DigestLetter letter)
    {
        if (letter.Introduction.Length > 0)
            html.Append("<tr><td class=\"rule\" style=\"padding:18px 0 22px 0;border-top:1px solid #d3d9ce;\">").Append(Voice("Van de redactie", letter.Introduction, letter.Signature)).Append("</td></tr>\r\n");
    }

    /// <summary>The editors speak in red pencil.</summary>
    private static string Voice(string? label, string words, string? signature)
    {
        var html = new StringBuilder("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td class=\"pencil-line\" style=\"border-left:3px solid #b02f17;padding:2px 0 2px 16px;\">");
        if (label is not null)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"pencil\" style=\"margin:0 0 4px 0;font:600 13px/18px {LetterStyle.Sans};color:#b02f17;\">{Encode(label)}</p>");
        foreach (var paragraph in Paragraphs(words))
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"ink\" style=\"margin:0 0 8px 0;font:italic 400 18px/27px {LetterStyle.Serif};color:#16211c;\">{Encode(paragraph)}</p>");
        if (!string.IsNullOrEmpty(signature))
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\" style=\"margin:0;font:400 14px/20px {LetterStyle.Sans};color:#4b584f;\">{Encode(signature)}</p>");
        return html.Append("</td></tr></table>").ToString();
    }

    private static void Summary(StringBuilder html, DigestLetter letter) => html.Append(CultureInfo.InvariantCulture, $"""
        <tr><td style="padding:0 0 26px 0;"><p class="soft" style="margin:0 0 12px 0;font:400 14px/20px {LetterStyle.Sans};color:#4b584f;">{Encode(letter.Summary)}</p>
        <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" bgcolor="#0c5340" style="background-color:#0c5340;border-radius:3px;"><a href="{Encode(letter.Links.Web)}" class="button" style="display:inline-block;padding:12px 22px;font:600 16px/20px {LetterStyle.Sans};color:#ffffff;text-decoration:none;border-radius:3px;">Bekijk de brief in de kiosk</a></td></tr></table></td></tr>

        """);

    private static void Section(StringBuilder html, DigestLetter letter, LetterSection section)
    {
        Heading(html, section.Name, DutchText.Count(section.Pieces.Count, "stuk", "stukken"));
        if (section.Introduction is { } introduction)
            html.Append("<tr><td style=\"padding:0 0 20px 0;\">").Append(Voice(label: null, introduction, section.Signature)).Append("</td></tr>\r\n");
        foreach (var piece in section.Pieces)
            Piece(html, letter, piece);
        html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"soft\" style=\"padding:0 0 20px 0;font:400 13px/18px {LetterStyle.Sans};color:#4b584f;\"><a href=\"{Encode(letter.Links.Without(section.Slug))}\" class=\"soft\" style=\"color:#4b584f;\">Geen stukken meer over {Encode(section.Name)}</a></td></tr>\r\n");
    }

    private static void Heading(StringBuilder html, string name, string count) => html.Append(CultureInfo.InvariantCulture, $"""
        <tr><td class="rule" style="padding:20px 0 14px 0;border-top:2px solid #16211c;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
        <td><h2 class="ink" style="margin:0;font:400 26px/30px {LetterStyle.Serif};color:#16211c;letter-spacing:-0.3px;">{Encode(name)}</h2></td>
        <td align="right" valign="bottom" class="soft" style="font:400 13px/18px {LetterStyle.Sans};color:#4b584f;white-space:nowrap;">{Encode(count)}</td>
        </tr></table></td></tr>

        """);

    private static void Piece(StringBuilder html, DigestLetter letter, LetterPiece piece)
    {
        var (card, link) = (piece.Card, Encode(letter.Links.Article(piece.Card)));
        html.Append("<tr><td style=\"padding:0 0 22px 0;\">");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\" style=\"margin:0 0 3px 0;font:600 13px/18px {LetterStyle.Sans};color:#4b584f;\">{Encode(LetterWords.Source(piece))}{Warning(piece)}</p>\r\n");
        html.Append(CultureInfo.InvariantCulture, $"<h3{Lang(card)} style=\"margin:0 0 5px 0;font:700 19px/24px {LetterStyle.Serif};\"><a href=\"{link}\" class=\"ink\" style=\"color:#16211c;text-decoration:none;\">{Encode(card.Title)}</a></h3>\r\n");
        if (piece.Pick is { } pick)
            html.Append("<div style=\"padding:4px 0 8px 0;\">").Append(Voice(label: null, pick.Quote, pick.Signature)).Append("</div>\r\n");
        if (piece.Lead.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p{Lang(card)} class=\"ink\" style=\"margin:0 0 4px 0;font:400 16px/24px {LetterStyle.Serif};color:#16211c;\">{Encode(piece.Lead)}</p>\r\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\" style=\"margin:0;font:400 14px/22px {LetterStyle.Sans};color:#4b584f;\"><a href=\"{link}\" class=\"link\" style=\"color:#0c5340;text-decoration:underline;\" aria-label=\"Lees verder: {Encode(card.Title)}\">Lees verder</a>");
        if (LetterWords.AlsoAt(piece) is { } also)
            html.Append(CultureInfo.InvariantCulture, $" &nbsp; {Encode(also)}");
        html.Append("</p></td></tr>\r\n");
    }

    private static string Warning(LetterPiece piece) => piece.ValidFrom is { } from ? $" &middot; <span class=\"warn\" style=\"color:#7d5200;\">geldt vanaf {Encode(DutchTime.Date(from))}</span>" : "";

    private static string Lang(ArticleCard card) => card.ForeignLanguage is { } language ? $" lang=\"{Encode(language)}\"" : "";

    private static void Extras(StringBuilder html, DigestLetter letter)
    {
        if (letter.Saved.Count > 0)
        {
            Heading(html, "Veel bewaard", "door lezers van de kiosk");
            foreach (var piece in letter.Saved)
                Piece(html, letter, piece);
        }

        if (letter.Agenda.Count == 0)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"mine\" style=\"padding:16px 18px;background-color:#fff8dc;\"><h2 class=\"ink\" style=\"margin:0 0 6px 0;font:700 16px/22px {LetterStyle.Sans};color:#16211c;\">In de agenda</h2>\r\n");
        foreach (var found in letter.Agenda)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"ink\" style=\"margin:0 0 8px 0;font:400 15px/22px {LetterStyle.Sans};color:#16211c;\"><a href=\"{Encode(letter.Links.Article(found.Card))}\" class=\"link\" style=\"color:#0c5340;\">{Encode(found.Card.Title)}</a><br>{Encode(LetterWords.When(found))}</p>\r\n");
        }

        html.Append("</td></tr>\r\n");
    }

    private static void Foot(StringBuilder html, DigestLetter letter, LetterFoot foot)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 8px 0;\">{Encode(LetterWords.Why(foot))}</p>\r\n");
        html.Append(CultureInfo.InvariantCulture, $"""
            <p style="margin:0 0 8px 0;"><a href="{Encode(letter.Links.Preferences)}" class="link" style="color:#0c5340;">Pas onderwerpen of dag aan</a> &nbsp; <a href="{Encode(letter.Links.Leave)}" class="link" style="color:#0c5340;">Meld je af</a> &nbsp; <a href="{Encode(letter.Links.Web)}" class="link" style="color:#0c5340;">Bekijk in de browser</a></p>

            """);
        if (foot.Publisher is { } publisher)
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0;\">{Encode(publisher)}</p>\r\n");
    }

    private static IEnumerable<string> Paragraphs(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Encode(string text) => Encoder.Encode(text);
}
